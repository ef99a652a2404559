import { asksForIdentity, type TicketFile } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { openFilePlaces } from '../../conversations/index.ts';
import { seesThread, ticketScopeOf } from '../access-ticket.ts';
import type { TicketRecord } from '../ticket.ts';
import { maySeeTicket } from '../ticket-reach.ts';
import { findTickets, latestOfConversations } from '../ticket-store.ts';
import { copiesOf } from './picture-store.ts';

/** Pictures of a case that are compared with others, from the end. */
const compared = 20;

/**
 * The other tickets that show the same pictures, by picture. A ticket is named only to who may see it, and, where the picture stands in its
 * thread, that thread; of pictures that are sensitive by now nothing is told.
 */
export async function findCopies(
  reader: Reader,
  actor: AgentActor,
  ticket: TicketRecord,
  fileIds: readonly string[],
): Promise<Map<string, TicketFile['alsoOn']>> {
  if (asksForIdentity(ticket.category)) return new Map();
  const copies = await copiesOf(reader, fileIds.slice(-compared));
  if (copies.size === 0) return new Map();
  const places = await openFilePlaces(reader, [...new Set([...copies.values()].flat())]);
  const threads = [...places.values()].flatMap((it) => ('conversationId' in it ? [it.conversationId] : []));
  const ofThread = await latestOfConversations(reader, [...new Set(threads)]);
  const ids = [...ofThread.values()].concat(
    [...places.values()].flatMap((it) => ('ticketId' in it ? [it.ticketId] : [])),
  );
  const others = new Map(
    (await findTickets(reader, [...new Set(ids)])).flatMap((it) =>
      it.id === ticket.id || asksForIdentity(it.category) ? [] : [[it.id, it] as const],
    ),
  );
  const scope = await ticketScopeOf(reader, actor);
  const reached = new Map<string, { thread: boolean; ticket: boolean }>();
  for (const [id, it] of others) {
    const thread = await seesThread(reader, actor, it);
    reached.set(id, { thread, ticket: thread || maySeeTicket(scope, it) });
  }

  const named = (copy: string): TicketRecord | undefined => {
    const place = places.get(copy);
    if (!place) return undefined;
    const inThread = 'conversationId' in place;
    // The thread of this very case shows its own pictures.
    if (inThread && place.conversationId === ticket.conversationId) return undefined;
    const other = others.get((inThread ? ofThread.get(place.conversationId) : place.ticketId) ?? '');
    return other && reached.get(other.id)?.[inThread ? 'thread' : 'ticket'] ? other : undefined;
  };
  return new Map(
    [...copies].map(([file, ids]) => {
      const found = new Map(
        ids.flatMap((copy) => {
          const other = named(copy);
          return other ? [[other.id, other] as const] : [];
        }),
      );
      return [file, [...found.values()].map((other) => presented(other, ticket))];
    }),
  );
}

const presented = (
  { id, number, subject, customerId }: TicketRecord,
  ticket: TicketRecord,
): TicketFile['alsoOn'][number] => ({
  id,
  number,
  subject,
  otherCustomer: customerId !== null && ticket.customerId !== null && customerId !== ticket.customerId,
});
