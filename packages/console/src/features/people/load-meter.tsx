import { useT } from '../../i18n/i18n.tsx';
import { cx } from '../../ui/cx.ts';

/** Conversations held of those that can be held: figures first, a bar to compare rows. */
export function LoadMeter({ load, capacity }: { load: number; capacity: number }) {
  const t = useT();
  const share = capacity > 0 ? Math.min(1, load / capacity) : load > 0 ? 1 : 0;
  const full = capacity > 0 && load >= capacity;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-pressed">
        <span
          className={cx('block h-full rounded-full', full ? 'bg-warning' : 'bg-accent')}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
      <span className={full ? 'text-warning-text tabular-nums' : 'text-ink-2 tabular-nums'}>
        {t(full ? 'people.load.full' : 'people.load', { load, capacity })}
      </span>
    </span>
  );
}
