import { type TextKey, useReader } from './reader.ts';

export type View = 'chart' | 'book' | 'trades';

const views: readonly (readonly [View, TextKey])[] = [
  ['chart', 'chart.title'],
  ['book', 'book.title'],
  ['trades', 'trades.title'],
];

/** On a narrow screen, which of the three is shown; on a wide one all are, and this is not. */
export function ViewSwitch({ view, show }: { readonly view: View; readonly show: (view: View) => void }) {
  const { t } = useReader();
  return (
    <div class="views" role="group" aria-label={t('views.title')}>
      {views.map(([name, key]) => (
        <button key={name} type="button" class="tab" aria-pressed={view === name} onClick={() => show(name)}>
          {t(key)}
        </button>
      ))}
    </div>
  );
}
