import type { PortalPromise, PortalTicket } from '@fairlead/contract';
import { topCategoryOf } from '@fairlead/contract/ticket-categories';
import { type Loaded, useLoaded } from '../../data/use-loaded.ts';
import { Bones } from '../bones.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { RecoveryPart } from '../recovery/recovery-part.tsx';
import { StatusMark } from '../status-mark.tsx';
import { NextUpdate } from './next-update.tsx';
import { Rating } from './rating.tsx';
import { SolveButton } from './solve-button.tsx';
import { ThreadPart } from './thread-part.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { Told } from './told.tsx';

/** A ticket, and by when its customer is to hear of it. */
interface Known {
  ticket: PortalTicket;
  promise: PortalPromise | null;
}

/** One ticket: where it stands, what was said, and what its customer can do. */
export function TicketPage({ id }: { id: string }) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const known: Loaded<Known> = useLoaded(
    `ticket ${id}`,
    async () => {
      // A ticket without promised times is a ticket all the same.
      const [ticket, promise] = await Promise.all([api.get(id), api.promise(id).catch(() => null)]);
      return { ticket, promise };
    },
    (subject) => subject === id || subject === known.value?.ticket.conversationId,
  );
  const { value, refusal } = known;
  const back = (
    <p class="way-back">
      <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
    </p>
  );
  if (!value) {
    return (
      <>
        {back}
        {refusal ? <Problem refusal={refusal} onRetry={known.reload} /> : <Bones />}
      </>
    );
  }
  const { ticket, promise } = value;
  const onTicket = (next: PortalTicket) => {
    known.set({ ticket: next, promise });
    known.reload();
  };
  return (
    <>
      {back}
      <header class="ticket-head">
        <h1 tabIndex={-1} dir="auto">
          {ticket.subject}
        </h1>
        <p class="ticket-standing">
          <StatusMark status={ticket.status} />
          <span class="quiet">
            <bdi>{`#${ticket.number}`}</bdi>
          </span>
        </p>
        {ticket.mergedInto ? (
          <p>
            <Link to={{ at: 'ticket', id: ticket.mergedInto.id }}>
              {t('ticket.merged', { number: `${ticket.mergedInto.number}` })}
            </Link>
          </p>
        ) : (
          <p class={ticket.status === 'pending' ? 'ticket-explained ticket-asks' : 'ticket-explained'}>
            {t(`explain.${ticket.status}`)}
          </p>
        )}
        {promise && <NextUpdate promise={promise} />}
      </header>
      <div class="ticket-columns">
        <div class="ticket-main">
          {(ticket.mayRate || ticket.rating) && <Rating ticket={ticket} onTicket={onTicket} />}
          {topCategoryOf(ticket.category) === 'account_security' && ticket.status !== 'closed' && (
            <RecoveryPart ticketId={ticket.id} />
          )}
          <ThreadPart key={ticket.conversationId} ticket={ticket} onTicket={onTicket} />
          <SolveButton ticket={ticket} onTicket={onTicket} />
        </div>
        <aside class="ticket-side">
          <TicketFacts ticket={ticket} />
          {ticket.status !== 'closed' && <Told ticket={ticket} onTicket={onTicket} />}
        </aside>
      </div>
    </>
  );
}
