import { useFormat } from '../../../i18n/i18n.tsx';

interface Row {
  key: string;
  label: string;
  share: number;
  /** What engineers call it. */
  title?: string;
}

/** Shares of 1, the greatest first, each with a bar as long as it is. */
export function ShareBars({ rows }: { rows: readonly Row[] }) {
  const format = useFormat();
  return (
    <ul className="flex flex-col gap-1">
      {rows.map(({ key, label, share, title }) => (
        <li key={key} className="flex flex-col gap-0.5">
          <span className="flex items-baseline justify-between gap-2">
            <span dir="auto" title={title} className="min-w-0 [overflow-wrap:anywhere]">
              {label}
            </span>
            <span className="shrink-0 text-xs text-ink-2 tabular-nums">{format.share(share)}</span>
          </span>
          <span aria-hidden className="h-1 rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
