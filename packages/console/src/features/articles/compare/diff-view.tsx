import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import type { DiffLine } from './text-diff.ts';

const looks = {
  same: '',
  removed: 'bg-danger-soft',
  added: 'bg-success-soft',
};
const marks = {
  removed: 'rounded-sm bg-danger-text/15 text-danger-text line-through',
  added: 'rounded-sm bg-success-text/15 text-success-text font-medium no-underline',
};
const signs = { same: '', removed: '−', added: '+' };

interface DiffViewProps {
  lines: readonly DiffLine[];
  /** The language of the text. */
  lang: string;
  label: string;
}

/** Two texts in one: what was removed and added, by colour, by sign and by mark-up. */
export function DiffView({ lines, lang, label }: DiffViewProps) {
  const t = useT();
  return (
    <section
      aria-label={label}
      lang={lang}
      dir="auto"
      className="min-w-0 overflow-hidden rounded-md border border-line bg-surface py-1 text-sm leading-6"
    >
      {lines.map(({ change, parts }, index) => (
        // A line has no identity but its place.
        <div key={index} className={cx('flex gap-2 pe-3', looks[change])}>
          <span aria-hidden className="w-6 shrink-0 text-end font-mono text-ink-2 select-none">
            {signs[change]}
          </span>
          <p className="min-h-6 min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {change !== 'same' && <span className="sr-only">{t(`articles.diff.${change}`)} </span>}
            {parts.map((part, place) => {
              const key = `${place}`;
              if (change === 'same' || !part.changed) return <span key={key}>{part.text}</span>;
              return change === 'removed' ? (
                <del key={key} className={marks.removed}>
                  {part.text}
                </del>
              ) : (
                <ins key={key} className={marks.added}>
                  {part.text}
                </ins>
              );
            })}
          </p>
        </div>
      ))}
    </section>
  );
}
