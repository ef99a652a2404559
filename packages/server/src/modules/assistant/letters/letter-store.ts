import { type Locale, type MessageSource, messageSources } from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** What the assistant would answer to the message that a conversation began with. */
export interface LetterAnswer {
  readonly conversationId: string;
  readonly customerId: string;
  /** The message that it answers. */
  readonly seq: number;
  readonly locale: Locale;
  readonly text: string;
  readonly sources: readonly MessageSource[];
  /** The key of the passage that it is from. */
  readonly passage: string;
  /** It went out by itself. */
  readonly sent: boolean;
}

/** Keeps it, once for each conversation; false where there is one. */
export async function insertLetterAnswer(tx: Tx, answer: LetterAnswer): Promise<boolean> {
  const row = await tx.sql
    .insertInto('assistant_letters')
    .values({
      conversation_id: answer.conversationId,
      customer_id: answer.customerId,
      seq: answer.seq,
      locale: answer.locale,
      text: answer.text,
      sources: JSON.stringify(answer.sources),
      passage: answer.passage,
      sent: answer.sent,
      created_at: tx.now,
    })
    .onConflict((of) => of.column('conversation_id').doNothing())
    .returning('conversation_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findLetterAnswer(
  reader: Reader,
  conversationId: string,
): Promise<LetterAnswer | undefined> {
  const row = await reader.sql
    .selectFrom('assistant_letters')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return (
    row && {
      conversationId,
      customerId: row.customer_id,
      seq: row.seq,
      locale: row.locale as Locale,
      text: row.text,
      sources: messageSources.safeParse(row.sources).data ?? [],
      passage: row.passage,
      sent: row.sent,
    }
  );
}

/** Those of these conversations that have an answer. */
export async function listAnswered(reader: Reader, conversationIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.sql
    .selectFrom('assistant_letters')
    .select('conversation_id')
    .where('conversation_id', '=', (of) => of.fn.any(of.val(conversationIds as string[])))
    .execute();
  return new Set(rows.map((row) => row.conversation_id));
}

/** How many went out by themselves to a customer since a moment. */
export async function countSentSince(reader: Reader, customerId: string, since: Date): Promise<number> {
  return (await countsSentSince(reader, [customerId], since)).get(customerId) ?? 0;
}

/** The same for several customers; who was sent nothing is left out. */
export async function countsSentSince(
  reader: Reader,
  customerIds: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  const rows = await reader.sql
    .selectFrom('assistant_letters')
    .select((of) => ['customer_id', of.fn.countAll<number>().as('count')])
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .where('created_at', '>', since)
    .where('sent', '=', true)
    .groupBy('customer_id')
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row.count]));
}

/** Forgets drafts that nobody needs any more, and what went out. */
export async function deleteLetterAnswersBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('assistant_letters').where('created_at', '<', before).execute();
}
