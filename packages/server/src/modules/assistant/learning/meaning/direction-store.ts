import { sql } from 'kysely';
import type { Reader, Tx } from '../../../../platform/database/database.ts';

/** Where a model put what a ticket is about. */
export interface TicketDirection {
  readonly ticketId: string;
  readonly locale: string;
  /** Of what was read. */
  readonly textHash: string;
  readonly direction: Buffer;
}

/** Where a model of this name put these tickets; absent where it was not asked. */
export async function readTicketDirections(
  reader: Reader,
  name: string,
  ids: readonly string[],
): Promise<TicketDirection[]> {
  const rows = await reader.sql
    .selectFrom('ticket_directions')
    .select(['ticket_id', 'locale', 'text_hash', 'embedding'])
    .where('ticket_id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('embedded_by', '=', name)
    .execute();
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    locale: row.locale,
    textHash: row.text_hash,
    direction: row.embedding,
  }));
}

/** Keeps where a model of this name put tickets, in the place of what was known of them; of those that are gone meanwhile nothing. */
export async function keepTicketDirections(
  tx: Tx,
  name: string,
  told: readonly TicketDirection[],
): Promise<void> {
  const column = <T>(of: (it: TicketDirection) => T) => told.map(of);
  await sql`
    insert into ticket_directions (ticket_id, embedding, embedded_by, locale, text_hash)
    select told.id, told.direction, ${name}, told.locale, told.hash
    from unnest(
      ${column((it) => it.ticketId)}::uuid[], ${column((it) => it.direction)}::bytea[],
      ${column((it) => it.locale)}::text[], ${column((it) => it.textHash)}::text[]
    ) as told (id, direction, locale, hash)
    join tickets on tickets.id = told.id
    on conflict (ticket_id) do update set embedding = excluded.embedding, embedded_by = excluded.embedded_by,
      locale = excluded.locale, text_hash = excluded.text_hash
  `.execute(tx.sql);
}

/** Where a model of this name put revisions of articles, by their ids. */
export async function readArticleDirections(reader: Reader, name: string): Promise<Map<string, Buffer>> {
  const rows = await reader.sql
    .selectFrom('article_directions')
    .select(['revision_id', 'embedding'])
    .where('embedded_by', '=', name)
    .execute();
  return new Map(rows.map((row) => [row.revision_id, row.embedding]));
}

/** Keeps where a model of this name put revisions, and forgets all besides these that are published. */
export async function keepArticleDirections(
  tx: Tx,
  name: string,
  { told, published }: { told: ReadonlyMap<string, Buffer>; published: readonly string[] },
): Promise<void> {
  const rows = [...told];
  await sql`
    insert into article_directions (revision_id, embedding, embedded_by)
    select told.id, told.direction, ${name}
    from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, direction]) => direction)}::bytea[]) as told (id, direction)
    join article_revisions on article_revisions.id = told.id
    on conflict (revision_id) do update set embedding = excluded.embedding, embedded_by = excluded.embedded_by
  `.execute(tx.sql);
  await sql`delete from article_directions where revision_id <> all(${published}::uuid[])`.execute(tx.sql);
}
