import type { TicketStatus } from '@fairlead/contract';
import { Archive, CircleCheck, CircleDot, Hourglass, type LucideIcon, Pause, Sparkle } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const looks: Record<TicketStatus, { icon: LucideIcon; tone: Tone }> = {
  new: { icon: Sparkle, tone: 'warning' },
  open: { icon: CircleDot, tone: 'accent' },
  pending: { icon: Hourglass, tone: 'neutral' },
  on_hold: { icon: Pause, tone: 'neutral' },
  solved: { icon: CircleCheck, tone: 'success' },
  closed: { icon: Archive, tone: 'neutral' },
};

/** The icon of a status. */
export function StatusIcon({ status }: { status: TicketStatus }) {
  const Icon = looks[status].icon;
  return <Icon aria-hidden />;
}

/** How a ticket stands, by icon and word. */
export function StatusBadge({ status }: { status: TicketStatus }) {
  const t = useT();
  return (
    <Badge tone={looks[status].tone} icon={<StatusIcon status={status} />}>
      {t(`ticket_status.${status}`)}
    </Badge>
  );
}
