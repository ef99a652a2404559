import type { AssistantSettings, RunCause } from '@fairlead/contract';
import { z } from 'zod';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Knowledge } from '../think.ts';
import { ask, type Judged } from './evaluate.ts';
import { type AskedSets, setsOfRun } from './example-sets.ts';
import { listExamples } from './example-store.ts';
import { failureOf } from './present.ts';
import {
  deleteFailures,
  endRun,
  findRun,
  giveUpRuns,
  insertFailures,
  insertRun,
  moveRun,
  type RunRecord,
} from './run-store.ts';
import { stampsOf } from './stamps.ts';
import { resultsOf } from './tally.ts';

const runExamples: JobType<{ runId: string }> = {
  name: 'assistant.run-examples',
  schema: z.object({ runId: z.uuid() }),
  retries: 3,
  atOnce: 1,
  key: ({ runId }) => runId,
};
/** No run takes longer: one that does was left by a node that is gone. In milliseconds. */
const longest = 3_600_000;
/** Examples between two looks at whether it was cancelled. */
const inOneGo = 10;

/** Orders a run of all examples, or of those of some sets. Throws `assistant.no_examples`, or `assistant.run_under_way` since one is enough. */
export async function startRun(
  tx: Tx,
  { jobs }: Pick<Platform, 'jobs'>,
  { library }: Knowledge,
  {
    cause,
    settings,
    startedBy,
    sets,
  }: { cause: RunCause; settings: AssistantSettings; startedBy: string | null; sets: AskedSets },
): Promise<RunRecord> {
  const examples = await listExamples(tx, sets);
  if (examples.length === 0) throw fail('assistant.no_examples');
  await giveUpRuns(tx, new Date(tx.now.getTime() - longest));
  const run: RunRecord = {
    id: newId(),
    cause,
    state: 'running',
    settings,
    sets: setsOfRun(sets),
    stamps: stampsOf(library, settings),
    total: examples.length,
    done: 0,
    languages: [],
    examples: [],
    startedBy,
    startedAt: tx.now,
    finishedAt: null,
  };
  if (!(await insertRun(tx, run))) throw fail('assistant.run_under_way');
  await jobs.enqueue(tx, runExamples, { runId: run.id });
  return run;
}

/** Does ordered runs. Done again after a node went away, a run begins anew. */
export function workRuns({ database, jobs }: Platform, knowledge: Knowledge): void {
  const { library } = knowledge;
  jobs.work(runExamples, async ({ runId }, { last }) => {
    try {
      await doRun(runId);
    } catch (error) {
      if (last) await database.write((tx) => endRun(tx, runId, 'failed'));
      throw error;
    }
  });

  async function doRun(runId: string): Promise<void> {
    const run = await findRun(database.reader(), runId);
    if (run?.state !== 'running') return;
    await library.ready();
    const sets = run.sets.length > 0 ? run.sets : null;
    const examples = await listExamples(database.reader(), sets);
    await database.write((tx) => deleteFailures(tx, runId));
    const judged: Judged[] = [];
    for (let from = 0; from < examples.length; from += inOneGo) {
      const part: Judged[] = [];
      for (const example of examples.slice(from, from + inOneGo))
        part.push(await ask(knowledge, example, run.settings));
      judged.push(...part);
      const goesOn = await database.write(async (tx) => {
        const wrong = part.filter((it) => it.missed.length > 0);
        await insertFailures(
          tx,
          runId,
          wrong.map((it) => failureOf(knowledge, it)),
        );
        return moveRun(tx, runId, {
          done: judged.length,
          languages: resultsOf(judged),
          examples: judged.map((it) => it.example.id),
        });
      });
      if (!goesOn) return;
    }
    await database.write((tx) => endRun(tx, runId, 'done'));
  }
}
