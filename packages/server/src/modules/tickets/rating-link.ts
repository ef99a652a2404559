import type { Platform } from '../../platform/platform.ts';
import { verifiedCustomer } from '../people/index.ts';
import { isOwn, mayRate } from './portal-rules.ts';
import { findRating } from './portal-store.ts';
import { findTickets, latestOfConversations } from './ticket-store.ts';

/** Where the customer of a conversation rates its ticket in the portal; null where there is none, or they may not or cannot come in. */
export async function ratingLink(
  { database, publicUrl }: Platform,
  conversationId: string,
): Promise<string | null> {
  const reader = database.reader();
  const id = (await latestOfConversations(reader, [conversationId])).get(conversationId);
  const [ticket] = await findTickets(reader, id ? [id] : []);
  if (!ticket?.customerId || !isOwn(ticket) || !(await verifiedCustomer(reader, ticket.customerId)))
    return null;
  const rating = await findRating(reader, ticket.id);
  return mayRate(ticket, rating?.ratedAt ?? null, reader.now)
    ? `${publicUrl}/portal/tickets/${ticket.id}`
    : null;
}
