import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { TicketRecord } from './ticket.ts';
import { recordOf } from './ticket-store.ts';

/** Where a page of a customer's tickets begins: after this one. */
export interface PortalPlace {
  readonly updatedAt: Date;
  readonly id: string;
}

/** Which of a customer's tickets are asked for: those that are worked on, those that are done with, or both. */
export type OwnState = 'active' | 'done' | 'all';

/** A customer's own tickets, those that changed last first: neither the back office's nor trackers. */
export async function listOwn(
  reader: Reader,
  customerId: string,
  state: OwnState,
  page: { after: PortalPlace | null; limit: number },
): Promise<TicketRecord[]> {
  const { after, limit } = page;
  let query = reader.sql
    .selectFrom('tickets')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('parent_id', 'is', null)
    .where('is_tracker', '=', false)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (state !== 'all') {
    query = query.where('status', state === 'done' ? 'in' : 'not in', ['solved', 'closed']);
  }
  if (after) {
    query = query.where(
      sql<SqlBool>`(updated_at, id) < (${after.updatedAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return (await query.execute()).map(recordOf);
}

/** How a customer rated a ticket. */
export interface RatingRecord {
  readonly score: number;
  readonly comment: string;
  readonly ratedAt: Date;
}

export async function findRating(reader: Reader, ticketId: string): Promise<RatingRecord | undefined> {
  const row = await reader.sql
    .selectFrom('ticket_ratings')
    .select(['score', 'comment', 'rated_at'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row && { score: row.score, comment: row.comment, ratedAt: row.rated_at };
}

/** Keeps a rating, or what it was changed to; when it was first given stays. */
export async function saveRating(tx: Tx, ticketId: string, rating: RatingRecord): Promise<void> {
  const { score, comment, ratedAt } = rating;
  const said = { score, comment, changed_at: tx.now };
  await tx.sql
    .insertInto('ticket_ratings')
    .values({ ticket_id: ticketId, rated_at: ratedAt, ...said })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(said))
    .execute();
}
