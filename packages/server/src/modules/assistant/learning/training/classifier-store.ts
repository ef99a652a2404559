import { type ClassifierReport, type ClassifierState, classifierReport } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../../platform/database/database.ts';
import type { LearningClassifiers } from '../../../../platform/database/database-types.ts';

/** A version of the classifier that was trained here. */
export interface ClassifierRecord {
  readonly number: number;
  readonly state: ClassifierState;
  readonly done: number;
  readonly total: number;
  /** Of its bytes; null before they are there. */
  readonly sha256: string | null;
  readonly utterances: number;
  readonly report: ClassifierReport | null;
  readonly trainedBy: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const recordOf = (row: Selectable<LearningClassifiers>): ClassifierRecord => ({
  number: row.number,
  state: row.state as ClassifierState,
  done: row.done,
  total: row.total,
  sha256: row.sha256,
  utterances: row.utterances,
  report: classifierReport.safeParse(row.report).data ?? null,
  trainedBy: row.trained_by,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** Begins a version under the next number; undefined where another is being trained. */
export async function insertClassifier(
  tx: Tx,
  { total, utterances, trainedBy }: { total: number; utterances: number; trainedBy: string },
): Promise<ClassifierRecord | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('learning.classifiers'))`.execute(tx.sql);
  const last = await tx.sql
    .selectFrom('learning_classifiers')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst();
  const row = await tx.sql
    .insertInto('learning_classifiers')
    .values({
      number: (last?.number ?? 0) + 1,
      state: 'training',
      total,
      utterances,
      trained_by: trainedBy,
      started_at: tx.now,
    })
    .onConflict((of) => of.column('state').where('state', '=', 'training').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function findClassifier(reader: Reader, number: number): Promise<ClassifierRecord | undefined> {
  const row = await reader.sql
    .selectFrom('learning_classifiers')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The last ones, the last first. */
export async function listClassifiers(reader: Reader, limit: number): Promise<ClassifierRecord[]> {
  const rows = await reader.sql
    .selectFrom('learning_classifiers')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** How far a training has come. */
export async function putProgress(tx: Tx, number: number, done: number): Promise<void> {
  await tx.sql
    .updateTable('learning_classifiers')
    .set({ done })
    .where('number', '=', number)
    .where('state', '=', 'training')
    .execute();
}

/** Ends a training that is under way; false where it is not any more. */
export async function endTraining(
  tx: Tx,
  number: number,
  end: {
    state: Exclude<ClassifierState, 'training'>;
    sha256?: string;
    report?: ClassifierReport;
    done?: number;
  },
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('learning_classifiers')
    .set({
      state: end.state,
      finished_at: tx.now,
      ...(end.done === undefined ? {} : { done: end.done }),
      ...(end.sha256 === undefined ? {} : { sha256: end.sha256 }),
      ...(end.report === undefined ? {} : { report: JSON.stringify(end.report) }),
    })
    .where('number', '=', number)
    .where('state', '=', 'training')
    .returning('number')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives up trainings that began before a moment: whoever was at one is gone. */
export async function giveUpTrainings(tx: Tx, before: Date): Promise<void> {
  await tx.sql
    .updateTable('learning_classifiers')
    .set({ state: 'failed', finished_at: tx.now })
    .where('state', '=', 'training')
    .where('started_at', '<', before)
    .execute();
}

/** What was accepted up to a moment, in an order that does not change. */
export async function listAccepted(
  reader: Reader,
  until: Date,
): Promise<Array<{ text: string; label: string; locale: string }>> {
  const rows = await reader.sql
    .selectFrom('learning_utterances')
    .select(['text', 'intent', 'locale'])
    .where('state', '=', 'accepted')
    .where('decided_at', '<=', until)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map(({ text, intent, locale }) => ({ text, label: intent, locale }));
}

/** How many were accepted after a moment; without one, all. */
export async function countAcceptedSince(reader: Reader, since: Date | null): Promise<number> {
  let query = reader.sql
    .selectFrom('learning_utterances')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('state', '=', 'accepted');
  if (since) query = query.where('decided_at', '>', since);
  const row = await query.executeTakeFirstOrThrow();
  return row.count;
}
