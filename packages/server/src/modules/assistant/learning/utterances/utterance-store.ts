import {
  type Category,
  categories,
  type Locale,
  type MappedIntent,
  mappedIntents,
  type UtteranceState,
  utteranceStates,
} from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../../platform/database/database.ts';
import type { LearningUtterances } from '../../../../platform/database/database-types.ts';

/** A text that was proposed for training. */
export interface UtteranceRecord {
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
  readonly intent: MappedIntent;
  readonly guessed: MappedIntent | null;
  readonly source: 'cluster' | 'correction';
  readonly clusterId: string | null;
  /** The ticket whose category was changed, and what it was given. */
  readonly ticketId: string | null;
  readonly category: Category | null;
  readonly state: UtteranceState;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const intentOf = (name: string | null) => mappedIntents.find((it) => it === name) ?? null;

/** Nothing for an intent that this release does not know any more. */
function recordsOf(row: Selectable<LearningUtterances>): UtteranceRecord[] {
  const intent = intentOf(row.intent);
  if (!intent) return [];
  return [
    {
      id: row.id,
      locale: row.locale as Locale,
      text: row.text,
      intent,
      guessed: intentOf(row.guessed),
      source: row.source as UtteranceRecord['source'],
      clusterId: row.cluster_id,
      ticketId: row.ticket_id,
      category: categories.find((it) => it === row.category) ?? null,
      state: row.state as UtteranceState,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
    },
  ];
}

/** Adds one as proposed; false where the same text is there already in its language. */
export async function insertUtterance(
  tx: Tx,
  utterance: Omit<UtteranceRecord, 'state' | 'proposedAt' | 'decidedBy' | 'decidedAt'>,
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('learning_utterances')
    .values({
      id: utterance.id,
      locale: utterance.locale,
      text: utterance.text,
      intent: utterance.intent,
      guessed: utterance.guessed,
      source: utterance.source,
      cluster_id: utterance.clusterId,
      ticket_id: utterance.ticketId,
      category: utterance.category,
      fingerprint: utterance.text.normalize('NFKC').trim().toLowerCase(),
      proposed_by: utterance.proposedBy,
      proposed_at: tx.now,
    })
    .onConflict((of) => of.columns(['locale', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One, held to the end of the transaction. */
export async function lockUtterance(tx: Tx, id: string): Promise<UtteranceRecord | undefined> {
  const row = await tx.sql
    .selectFrom('learning_utterances')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordsOf(row)[0];
}

/** What was proposed of a ticket, held to the end of the transaction. */
export async function findOfTicket(tx: Tx, ticketId: string): Promise<UtteranceRecord | undefined> {
  const row = await tx.sql
    .selectFrom('learning_utterances')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
  return row && recordsOf(row)[0];
}

/** The ticket of one that nobody has decided about was given another category. */
export async function changeOpenCorrection(
  tx: Tx,
  id: string,
  { intent, category, agentId }: { intent: MappedIntent; category: Category; agentId: string | null },
): Promise<void> {
  await tx.sql
    .updateTable('learning_utterances')
    .set({ intent, category, proposed_by: agentId })
    .where('id', '=', id)
    .execute();
}

/** Takes one back that nobody has decided about. */
export async function withdrawUtterance(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('learning_utterances').where('id', '=', id).execute();
}

/** The last ones in a state, the last first. */
export async function listUtterances(
  reader: Reader,
  state: UtteranceState,
  limit: number,
): Promise<UtteranceRecord[]> {
  const rows = await reader.sql
    .selectFrom('learning_utterances')
    .selectAll()
    .where('state', '=', state)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(recordsOf);
}

export async function countUtterances(reader: Reader): Promise<Record<UtteranceState, number>> {
  const rows = await reader.sql
    .selectFrom('learning_utterances')
    .select((of) => ['state', of.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(
    utteranceStates.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as Record<UtteranceState, number>;
}

/** The texts of a language that wait or were accepted, but for one. */
export async function textsHeld(reader: Reader, locale: Locale, but?: string): Promise<string[]> {
  let query = reader.sql
    .selectFrom('learning_utterances')
    .select('text')
    .where('locale', '=', locale)
    .where('state', '<>', 'rejected');
  if (but !== undefined) query = query.where('id', '<>', but);
  const rows = await query.execute();
  return rows.map((row) => row.text);
}

export async function putDecision(
  tx: Tx,
  id: string,
  { state, intent, agentId }: { state: UtteranceState; intent: MappedIntent; agentId: string },
): Promise<void> {
  const decided = state !== 'proposed';
  await tx.sql
    .updateTable('learning_utterances')
    .set({
      state,
      intent,
      decided_by: decided ? agentId : null,
      decided_at: decided ? tx.now : null,
    })
    .where('id', '=', id)
    .execute();
}
