import { createHash } from 'node:crypto';
import type { Locale } from '@fairlead/contract';
import { intentGuesser, type Utterance } from '@fairlead/understanding';
import { z } from 'zod';
import { type AgentActor, system } from '../../../../platform/actor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { fail } from '../../../../platform/fail.ts';
import type { JobType } from '../../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { askAll } from '../../results/evaluate.ts';
import { listExamples } from '../../results/example-store.ts';
import { type Fall, fallsOf, resultsOf } from '../../results/tally.ts';
import { readSettings } from '../../settings/settings.ts';
import type { Knowledge } from '../../think.ts';
import {
  type ClassifierRecord,
  countAcceptedSince,
  endTraining,
  findClassifier,
  giveUpTrainings,
  insertClassifier,
  listAccepted,
  putProgress,
} from './classifier-store.ts';
import { type LanguageScores, reportOf } from './gate-rules.ts';
import { bytesOf, fileOf, liveNumber, makeLive } from './live-classifier.ts';
import { steps, type Trained, trainInThread } from './train-in-thread.ts';
import type { TrainingData } from './training-data.ts';

const train: JobType<{ number: number }> = {
  name: 'assistant.train',
  schema: z.object({ number: z.number().int().min(1) }),
  retries: 1,
  atOnce: 1,
  longest: 3600,
  key: ({ number }) => String(number),
};
/** No training takes longer: one that does was left by a node that is gone. In milliseconds. */
const longest = 3_600_000;
/** Milliseconds between two looks at whether it was cancelled. */
const lookEvery = 500;

/** Orders the training of the next version. Throws `learning.nothing_accepted`, and `learning.training_under_way` since one is enough. */
export async function startTraining(
  tx: Tx,
  { jobs }: Pick<Platform, 'jobs'>,
  actor: AgentActor,
): Promise<ClassifierRecord> {
  await giveUpTrainings(tx, new Date(tx.now.getTime() - longest));
  const utterances = await countAcceptedSince(tx, null);
  if (utterances === 0) throw fail('learning.nothing_accepted');
  const record = await insertClassifier(tx, { total: steps, utterances, trainedBy: actor.id });
  if (!record) throw fail('learning.training_under_way');
  await jobs.enqueue(tx, train, { number: record.number });
  return record;
}

/** Does ordered trainings. Done again after a node went away, one begins anew. */
export function workTrainings(platform: Platform, knowledge: Knowledge, data: TrainingData): void {
  const { database, jobs } = platform;
  jobs.work(train, async ({ number }, { last }) => {
    try {
      await trainVersion(platform, knowledge, data, number);
    } catch (error) {
      if (last) await database.write((tx) => endTraining(tx, number, { state: 'failed' }));
      throw error;
    }
  });
}

/**
 * Trains a version, measures it beside the one that is live, keeps its bytes, and lets it be live where it is no worse. Nothing where it is not under
 * way any more.
 */
export async function trainVersion(
  platform: Platform,
  knowledge: Knowledge,
  data: TrainingData,
  number: number,
): Promise<void> {
  const { database, files } = platform;
  const record = await findClassifier(database.reader(), number);
  if (record?.state !== 'training') return;
  const against = await liveNumber(database.reader());
  const accepted = await listAccepted(database.reader(), record.startedAt);
  const heldOut = data.heldOut();
  const trained = await withCancelling(platform, number, async (signal, onStep) =>
    trainInThread(
      {
        samples: [...data.learned(), ...accepted].map(({ text, label }) => ({ text, label })),
        heldOut,
        before: await bytesOf(platform, against),
      },
      onStep,
      signal,
    ),
  );
  if (!trained) return;
  const falls = await fallsWith(platform, knowledge, trained.bytes);
  const report = reportOf(against, scoresOf(heldOut, trained), falls);
  const sha256 = createHash('sha256').update(trained.bytes).digest('hex');
  await files.put(fileOf(sha256), trained.bytes);
  await database.write(async (tx) => {
    const good = report.reasons.length === 0;
    const end = { sha256, report, done: steps } as const;
    if (!(await endTraining(tx, number, { ...end, state: good ? 'ready' : 'refused' }))) return;
    // It was measured against another than is live now: whoever looks decides.
    if (good && record.trainedBy !== null && (await liveNumber(tx)) === against)
      await makeLive(tx, platform, system('training'), { number, subjectId: record.trainedBy });
  });
}

/** Runs it; aborts once the training was cancelled, and keeps how far it is. */
async function withCancelling<T>(
  { database, log }: Platform,
  number: number,
  run: (signal: AbortSignal, onStep: () => void) => Promise<T>,
): Promise<T> {
  const cancelling = new AbortController();
  let done = 0;
  let writing = Promise.resolve();
  const quietly = (error: unknown) => log.warn({ err: error }, 'a training is not followed');
  const timer = setInterval(() => {
    findClassifier(database.reader(), number).then((now) => {
      if (now?.state !== 'training') cancelling.abort();
    }, quietly);
  }, lookEvery);
  try {
    return await run(cancelling.signal, () => {
      done += 1;
      const upTo = done;
      writing = writing.then(() => database.write((tx) => putProgress(tx, number, upTo))).catch(quietly);
    });
  } finally {
    clearInterval(timer);
    await writing;
  }
}

/** The languages in which fewer examples would be right. */
async function fallsWith({ database }: Platform, knowledge: Knowledge, bytes: Uint8Array): Promise<Fall[]> {
  const examples = await listExamples(database.reader());
  if (examples.length === 0) return [];
  const { library } = knowledge;
  await library.ready();
  const settings = await readSettings(database.reader());
  const before = await askAll(knowledge, examples, settings);
  const after = await askAll({ ...knowledge, guess: intentGuesser(bytes) }, examples, settings);
  return fallsOf(resultsOf(before), resultsOf(after));
}

function scoresOf(heldOut: readonly Utterance[], { before, after }: Trained): LanguageScores[] {
  const places = Map.groupBy(heldOut.keys(), (at) => heldOut[at]?.locale ?? '');
  return [...places].map(([locale, own]) => {
    const right = (of: readonly boolean[]) => own.filter((at) => of[at]).length;
    return {
      locale: locale as Locale,
      before: { right: right(before), total: own.length },
      after: { right: right(after), total: own.length },
    };
  });
}
