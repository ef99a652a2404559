import type { LinkKind } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { TicketLinks } from '../../platform/database/database-types.ts';

/** A link between two tickets, as this module thinks of it. */
export interface LinkRecord {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: LinkKind;
  /** Null where no agent made it. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

const recordOf = (row: Selectable<TicketLinks>): LinkRecord => ({
  id: row.id,
  fromId: row.from_id,
  toId: row.to_id,
  kind: row.kind as LinkKind,
  createdBy: row.created_by,
  createdAt: row.created_at,
});

/** Adds links; those that are there already stay as they are. Answers the added. */
export async function insertLinks(tx: Tx, links: readonly LinkRecord[]): Promise<LinkRecord[]> {
  if (links.length === 0) return [];
  const rows = await tx.sql
    .insertInto('ticket_links')
    .values(
      links.map((link) => ({
        id: link.id,
        from_id: link.fromId,
        to_id: link.toId,
        kind: link.kind,
        created_by: link.createdBy,
        created_at: link.createdAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['from_id', 'to_id', 'kind']).doNothing())
    .returningAll()
    .execute();
  return rows.map(recordOf);
}

/** A ticket's links in both directions, oldest first. Of a tracker only so many. */
export async function listLinks(reader: Reader, ticketId: string, limit = 200): Promise<LinkRecord[]> {
  const { rows } = await sql<Selectable<TicketLinks>>`
    (select * from ticket_links where from_id = ${ticketId} order by id limit ${limit})
    union all (select * from ticket_links where to_id = ${ticketId} order by id limit ${limit})
    order by id limit ${limit}
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** Takes a ticket's link away; undefined if there is none. */
export async function removeLink(tx: Tx, ticketId: string, linkId: string): Promise<LinkRecord | undefined> {
  const row = await tx.sql
    .deleteFrom('ticket_links')
    .where('id', '=', linkId)
    .where((of) => of.or([of('from_id', '=', ticketId), of('to_id', '=', ticketId)]))
    .returningAll()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The trackers that a ticket is on. */
export async function trackersOf(reader: Reader, ticketId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('ticket_links as l')
    .innerJoin('tickets as t', 't.id', 'l.to_id')
    .select('l.to_id as id')
    .where('l.from_id', '=', ticketId)
    .where('l.kind', '=', 'caused_by')
    .where('t.is_tracker', '=', true)
    .orderBy('l.id')
    .execute();
  return rows.map((row) => row.id);
}

/** How many tickets are on a tracker; of those that were merged the one that goes on. */
export async function countTracked(reader: Reader, trackerId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('ticket_links as l')
    .innerJoin('tickets as t', 't.id', 'l.from_id')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('l.to_id', '=', trackerId)
    .where('l.kind', '=', 'caused_by')
    .where('t.merged_into_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
