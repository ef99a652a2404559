import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/database.ts';

/** Turns from a moment on by which it shows that a question was not answered well: of which conversation, and when; the first first. */
export async function listTroubles(
  reader: Reader,
  from: Date,
  limit: number,
): Promise<Array<{ conversationId: string; at: Date }>> {
  const { rows } = await sql<{ conversation_id: string; created_at: Date }>`
    select conversation_id, created_at from assistant_turns
    where created_at >= ${from} and (
      (decision = 'say' and trace ->> 'decision' in ('abstain', 'out_of_scope', 'did_not_help'))
      or (decision = 'hand_over' and trace ->> 'handOver' = 'unsure')
    )
    order by created_at, id
    limit ${limit}
  `.execute(reader.sql);
  return rows.map((row) => ({ conversationId: row.conversation_id, at: row.created_at }));
}
