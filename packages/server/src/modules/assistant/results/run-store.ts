import {
  type AssistantRun,
  type AssistantSettings,
  assistantRun,
  assistantSettings,
  type LanguageResult,
  languageResult,
  type RunCause,
  type RunFailure,
  type RunState,
  runFailure,
} from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { AssistantRuns } from '../../../platform/database/database-types.ts';

/** A time that all examples were asked. */
export interface RunRecord extends Pick<AssistantRun, 'id' | 'total' | 'done' | 'stamps' | 'languages'> {
  readonly cause: RunCause;
  readonly state: RunState;
  readonly settings: AssistantSettings;
  /** The sets that were asked; none: all examples. */
  readonly sets: AssistantRun['sets'];
  /** The examples that were asked. */
  readonly examples: readonly string[];
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** An example that was not right, as it is kept. */
export type KeptFailure = Omit<RunFailure, 'fresh'>;

const recordOf = (row: Selectable<AssistantRuns>): RunRecord => ({
  id: row.id,
  cause: row.cause as RunCause,
  state: row.state as RunState,
  settings: assistantSettings.parse(row.settings),
  sets: assistantRun.shape.sets.parse(row.sets),
  stamps: row.stamps as unknown as RunRecord['stamps'],
  total: row.total,
  done: row.done,
  languages: languageResult.array().parse(row.languages),
  examples: row.examples,
  startedBy: row.started_by,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** Adds a run; false where it is to be under way and another is. */
export async function insertRun(tx: Tx, run: RunRecord): Promise<boolean> {
  const added = await tx.sql
    .insertInto('assistant_runs')
    .values({
      id: run.id,
      cause: run.cause,
      state: run.state,
      settings: JSON.stringify(run.settings),
      sets: JSON.stringify(run.sets),
      stamps: JSON.stringify(run.stamps),
      total: run.total,
      done: run.done,
      languages: JSON.stringify(run.languages),
      examples: [...run.examples],
      started_by: run.startedBy,
      started_at: run.startedAt,
      finished_at: run.finishedAt,
    })
    .onConflict((of) => of.column('state').where('state', '=', 'running').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** One, held to the end of the transaction where `hold` says so. */
export async function findRun(reader: Reader, id: string, hold = false): Promise<RunRecord | undefined> {
  let query = reader.sql.selectFrom('assistant_runs').selectAll().where('id', '=', id);
  if (hold) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && recordOf(row);
}

/** The last ones, the last first. */
export async function listRuns(reader: Reader, limit: number): Promise<RunRecord[]> {
  const rows = await reader.sql
    .selectFrom('assistant_runs')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** The last that was done before this one began, with settings that held and of the same sets. */
export async function runBefore(reader: Reader, run: RunRecord): Promise<RunRecord | undefined> {
  const row = await reader.sql
    .selectFrom('assistant_runs')
    .selectAll()
    .where('state', '=', 'done')
    .where('cause', '<>', 'trial')
    .where(
      sql<boolean>`jsonb_path_query_array(sets, '$[*].id') = ${JSON.stringify(run.sets.map((it) => it.id))}::jsonb`,
    )
    .where(sql<boolean>`(started_at, id) < (${run.startedAt}, ${run.id}::uuid)`)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Gives up a run that has been under way since before a moment: whoever was at it is gone. */
export async function giveUpRuns(tx: Tx, before: Date): Promise<void> {
  await tx.sql
    .updateTable('assistant_runs')
    .set({ state: 'failed', finished_at: tx.now })
    .where('state', '=', 'running')
    .where('started_at', '<', before)
    .execute();
}

/** Whether one began by itself since a moment. */
export async function ranBySelfSince(reader: Reader, since: Date): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('assistant_runs')
    .select('id')
    .where('cause', '=', 'nightly')
    .where('started_at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** How far a run that is under way has come; false where it is not under way any more. */
export async function moveRun(
  tx: Tx,
  id: string,
  {
    done,
    languages,
    examples,
  }: { done: number; languages: readonly LanguageResult[]; examples: readonly string[] },
): Promise<boolean> {
  const moved = await tx.sql
    .updateTable('assistant_runs')
    .set({ done, languages: JSON.stringify(languages), examples: [...examples] })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Ends a run that is under way. */
export async function endRun(tx: Tx, id: string, state: Exclude<RunState, 'running'>): Promise<void> {
  await tx.sql
    .updateTable('assistant_runs')
    .set({ state, finished_at: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

export async function insertFailures(tx: Tx, runId: string, failures: readonly KeptFailure[]): Promise<void> {
  if (failures.length === 0) return;
  await tx.sql
    .insertInto('assistant_run_failures')
    .values(failures.map((it) => ({ run_id: runId, example_id: it.example.id, failure: JSON.stringify(it) })))
    .onConflict((of) => of.columns(['run_id', 'example_id']).doNothing())
    .execute();
}

/** Forgets what was not right in a run that begins anew. */
export async function deleteFailures(tx: Tx, runId: string): Promise<void> {
  await tx.sql.deleteFrom('assistant_run_failures').where('run_id', '=', runId).execute();
}

/** What was not right in a run, in the order of the examples. */
export async function listFailures(reader: Reader, runId: string): Promise<KeptFailure[]> {
  const rows = await reader.sql
    .selectFrom('assistant_run_failures')
    .select('failure')
    .where('run_id', '=', runId)
    .orderBy('example_id')
    .execute();
  return rows.map((row) => runFailure.omit({ fresh: true }).parse(row.failure));
}

/** Forgets all runs but the last so many, and those that a version of the settings names. */
export async function forgetRuns(tx: Tx, keep: number): Promise<void> {
  await sql`
    delete from assistant_runs where state <> 'running'
      and id not in (select id from assistant_runs order by started_at desc, id desc limit ${keep})
      and id not in (select run_id from assistant_settings_versions where run_id is not null)
  `.execute(tx.sql);
}
