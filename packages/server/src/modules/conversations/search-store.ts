import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { searchTokens } from './search-tokens.ts';

/** Makes messages findable by their words. Doing it twice changes nothing. */
export async function indexMessages(
  tx: Tx,
  places: ReadonlyArray<{ conversationId: string; seq: number }>,
): Promise<void> {
  const { rows } = await sql<{ conversation_id: string; seq: number; body: string }>`${prepared}
    select m.conversation_id, m.seq, m.body
    from unnest(${places.map((it) => it.conversationId)}::uuid[], ${places.map((it) => it.seq)}::int[]) as p (id, seq)
    cross join lateral (select conversation_id, seq, body from messages where conversation_id = p.id and seq = p.seq limit 1) m
  `.execute(tx.sql);
  const found = rows
    .map((row) => ({ ...row, tokens: searchTokens(row.body) }))
    .filter((row) => row.tokens.length > 0);
  if (found.length === 0) return;
  await sql`${prepared}
    insert into message_search (conversation_id, seq, tokens)
    select id, seq, array_to_tsvector(string_to_array(tokens, ' '))
    from unnest(
      ${found.map((row) => row.conversation_id)}::uuid[],
      ${found.map((row) => row.seq)}::int[],
      ${found.map((row) => row.tokens.join(' '))}::text[]
    ) as t (id, seq, tokens)
    on conflict do nothing
  `.execute(tx.sql);
}
