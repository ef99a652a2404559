import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** The name of the tab, with a mark for letters that nobody has seen. */
export function SideLabel({ unread }: { unread: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {t('tickets.side')}
      {unread > 0 && (
        <span className="grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-xs font-medium text-accent-ink tabular-nums">
          <span aria-hidden>{format.number(unread)}</span>
          <span className="sr-only">{t('tickets.side.unread', { count: unread })}</span>
        </span>
      )}
    </>
  );
}
