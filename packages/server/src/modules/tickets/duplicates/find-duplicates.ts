import type { PossibleDuplicate } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { accessTicket, ticketScopeOf } from '../access-ticket.ts';
import type { Nearness } from '../nearness.ts';
import { presentTickets } from '../present-tickets.ts';
import { duplicateReasons } from './duplicate-rules.ts';
import { listOpenBeside } from './duplicate-store.ts';

const most = 5;

/**
 * Open tickets that may be the same case as this one, of those within the agent's reach; none for one that is done with. Throws `ticket.not_found`.
 */
export async function findDuplicates(
  reader: Reader,
  actor: AgentActor,
  id: string,
  nearness: Nearness,
): Promise<PossibleDuplicate[]> {
  const mine = await accessTicket(reader, actor, id);
  if (mine.status === 'closed' || mine.status === 'solved' || mine.isTracker) return [];
  const { customerId, fields } = mine;
  const ids = [fields.txid, fields.order_id].filter((it) => it !== undefined);
  const beside = await listOpenBeside(reader, await ticketScopeOf(reader, actor), { id, customerId, ids });
  const others = beside
    // Back-office tickets, of the case itself too, are meant to be there: what a customer asked does not go on in them.
    .filter((it) => mine.parentId !== it.id && (it.parentId === null || mine.parentId !== null));
  const near = await nearness(
    reader,
    id,
    others.map((it) => it.id),
  );
  const found = others
    .map((ticket) => ({ ticket, because: duplicateReasons(mine, ticket, near.get(ticket.id)) }))
    .filter((it) => it.because.length > 0)
    .slice(0, most);
  const views = await presentTickets(
    reader,
    found.map((it) => it.ticket),
  );
  return found.flatMap(({ ticket, because }) => {
    const view = views.find((it) => it.id === ticket.id);
    const sameCustomer = customerId !== null && ticket.customerId === customerId;
    return view ? [{ ticket: view, because, sameCustomer }] : [];
  });
}
