import type { TicketStatus } from '@fairlead/contract';
import { Icon, type IconName } from '@fairlead/widget/views/icon.tsx';
import { useSpeech } from './context.ts';

const icons = {
  new: 'check',
  open: 'write',
  pending: 'alert',
  on_hold: 'clock',
  solved: 'checks',
  closed: 'close',
} as const satisfies Record<TicketStatus, IconName>;

/** Where a ticket stands, in plain words. */
export function StatusMark({ status }: { status: TicketStatus }) {
  const { t } = useSpeech();
  return (
    <span class={`status status-${status}`}>
      <Icon name={icons[status]} />
      {t(`status.${status}`)}
    </span>
  );
}
