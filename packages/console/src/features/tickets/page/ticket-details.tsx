import type { TicketDetail } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { TicketCopilot } from '../../copilot/ticket-copilot.tsx';
import { CustomerCard } from '../../customers/customer-card.tsx';
import { TicketLeaks } from '../../shield/leak/ticket-leaks.tsx';
import { ClocksPanel } from '../../sla/clocks/clocks-panel.tsx';
import { Checklist } from './checklist.tsx';
import { Duplicates } from './duplicates.tsx';
import { Evidence } from './evidence.tsx';
import { Children, Links } from './family.tsx';
import { Found } from './found.tsx';
import { Properties } from './properties.tsx';
import { Risk } from './risk.tsx';
import { Telling } from './telling.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface TicketDetailsProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
  /** Something was put into the reply. */
  onPutIn: () => void;
}

/** Everything about a ticket that stands beside what was said. */
export function TicketDetails({ ticket, actions, editable, onPutIn }: TicketDetailsProps) {
  const t = useT();
  const can = useCan();
  const { customer, conversationId } = ticket;
  return (
    <div className="flex flex-col divide-y divide-line">
      <Properties ticket={ticket} actions={actions} editable={editable} />
      <Telling ticket={ticket} />
      {conversationId && <TicketLeaks conversationId={conversationId} />}
      <Duplicates ticket={ticket} actions={actions} editable={editable} />
      {conversationId && <TicketCopilot conversationId={conversationId} onPutIn={onPutIn} />}
      <ClocksPanel ticket={ticket} />
      <Risk ticket={ticket} actions={actions} editable={editable} />
      <Evidence ticket={ticket} editable={editable} />
      <Found ticket={ticket} actions={actions} editable={editable} />
      <Checklist ticket={ticket} editable={editable} />
      <Children ticket={ticket} editable={editable} />
      <Links ticket={ticket} actions={actions} editable={editable} />
      {customer && can('customers.read') && (
        <section aria-label={t('tickets.column.customer')} className="px-4 py-4">
          <CustomerCard customerId={customer.id} />
        </section>
      )}
    </div>
  );
}
