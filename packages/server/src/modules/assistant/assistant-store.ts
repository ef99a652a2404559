import type { Locale } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { blankMemory, type Memory, memorySchema } from './decide/memory.ts';
import { type Trace, traceSchema } from './trace.ts';

/** What is kept in mind of a conversation, and up to where it is answered. */
export async function readMemory(
  reader: Reader,
  conversationId: string,
): Promise<{ memory: Memory; answeredSeq: number }> {
  const row = await reader.sql
    .selectFrom('assistant_memories')
    .select(['memory', 'answered_seq'])
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  // What an earlier release kept may have another shape: then nothing is remembered.
  const memory = memorySchema.safeParse(row?.memory);
  return { memory: memory.data ?? blankMemory, answeredSeq: row?.answered_seq ?? 0 };
}

export async function saveMemory(
  tx: Tx,
  conversationId: string,
  { memory, answeredSeq }: { memory: Memory; answeredSeq: number },
): Promise<void> {
  const kept = { memory: JSON.stringify(memory), answered_seq: answeredSeq, updated_at: tx.now };
  await tx.sql
    .insertInto('assistant_memories')
    .values({ conversation_id: conversationId, ...kept })
    .onConflict((of) => of.column('conversation_id').doUpdateSet(kept))
    .execute();
}

/** A turn of the assistant. */
export interface TurnRecord {
  readonly id: string;
  readonly conversationId: string;
  /** The customer's message that it answers. */
  readonly seq: number;
  readonly locale: Locale;
  readonly intent: string | null;
  readonly decision: string;
  readonly milliseconds: number;
  readonly trace: Trace;
  readonly createdAt: Date;
}

export async function insertTurn(tx: Tx, turn: Omit<TurnRecord, 'id' | 'createdAt'>): Promise<void> {
  await tx.sql
    .insertInto('assistant_turns')
    .values({
      id: newId(),
      conversation_id: turn.conversationId,
      seq: turn.seq,
      locale: turn.locale,
      intent: turn.intent,
      decision: turn.decision,
      milliseconds: turn.milliseconds,
      trace: JSON.stringify(turn.trace),
      created_at: tx.now,
    })
    .onConflict((of) => of.columns(['conversation_id', 'seq']).doNothing())
    .execute();
}

/** The turns of a conversation in their order: at most the last `limit`. */
export async function listTurns(
  reader: Reader,
  conversationId: string,
  limit: number,
): Promise<TurnRecord[]> {
  const rows = await reader.sql
    .selectFrom('assistant_turns')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    locale: row.locale as Locale,
    intent: row.intent,
    decision: row.decision,
    milliseconds: row.milliseconds,
    trace: traceSchema.parse(row.trace),
    createdAt: row.created_at,
  }));
}

/** How many turns a conversation has had since a moment. */
export async function countTurnsSince(reader: Reader, conversationId: string, since: Date): Promise<number> {
  const { count } = await reader.sql
    .selectFrom('assistant_turns')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('conversation_id', '=', conversationId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}
