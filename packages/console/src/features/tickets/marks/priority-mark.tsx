import type { TicketPriority } from '@fairlead/contract';
import { ChevronDown, ChevronsUp, ChevronUp, Equal, type LucideIcon } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';

const looks: Record<TicketPriority, { icon: LucideIcon; ink: string }> = {
  low: { icon: ChevronDown, ink: 'text-ink-3' },
  normal: { icon: Equal, ink: 'text-ink-2' },
  high: { icon: ChevronUp, ink: 'text-warning-text' },
  urgent: { icon: ChevronsUp, ink: 'text-danger-text font-medium' },
};

/** The icon of a priority. */
export function PriorityIcon({ priority }: { priority: TicketPriority }) {
  const Icon = looks[priority].icon;
  return <Icon aria-hidden />;
}

/** How urgent a ticket is, by icon and word. */
export function PriorityMark({ priority }: { priority: TicketPriority }) {
  const t = useT();
  return (
    <span className={cx('inline-flex items-center gap-1 text-sm [&_svg]:size-3.5', looks[priority].ink)}>
      <PriorityIcon priority={priority} />
      {t(`ticket_priority.${priority}`)}
    </span>
  );
}
