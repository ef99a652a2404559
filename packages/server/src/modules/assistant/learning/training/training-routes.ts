import { type ClassifierVersion, endpoints } from '@fairlead/contract';
import type { Reader } from '../../../../platform/database/database.ts';
import { fail } from '../../../../platform/fail.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { namesOf } from '../../results/present.ts';
import {
  type ClassifierRecord,
  countAcceptedSince,
  endTraining,
  findClassifier,
  listClassifiers,
} from './classifier-store.ts';
import { tolerance } from './gate-rules.ts';
import { liveNumber, makeLive } from './live-classifier.ts';
import { startTraining } from './train-classifier.ts';

const { assistant } = endpoints;
const shown = 50;

/** Versions of the classifier: trained, measured, live, and back. */
export function trainingRoutes(platform: Platform): void {
  const { database, http } = platform;
  const reader = () => database.reader();

  http.route(assistant.listClassifiers, async () => {
    const live = await liveNumber(reader());
    const since = live === 0 ? null : ((await findClassifier(reader(), live))?.startedAt ?? null);
    return {
      items: [...(await present(reader(), await listClassifiers(reader(), shown), live)), shipped(live)],
      waiting: await countAcceptedSince(reader(), since),
      tolerance,
    };
  });
  http.route(assistant.trainClassifier, async ({ caller }) => {
    const record = await database.write((tx) => startTraining(tx, platform, caller));
    const [version] = await present(reader(), [record], await liveNumber(reader()));
    if (!version) throw fail('request.not_found');
    return version;
  });
  http.route(assistant.cancelTraining, ({ params: { number } }) =>
    database.write(async (tx) => {
      if (!(await findClassifier(tx, number))) throw fail('request.not_found');
      await endTraining(tx, number, { state: 'cancelled' });
    }),
  );
  http.route(assistant.useClassifier, ({ caller, params: { number } }) =>
    database.write(async (tx) => {
      const state = number === 0 ? 'ready' : (await findClassifier(tx, number))?.state;
      if (state === undefined) throw fail('request.not_found');
      if (state !== 'ready') throw fail('learning.classifier_refused');
      await makeLive(tx, platform, caller, { number, subjectId: caller.id });
    }),
  );
}

const shipped = (live: number): ClassifierVersion => ({
  number: 0,
  state: 'ready',
  live: live === 0,
  done: 0,
  total: 0,
  utterances: 0,
  report: null,
  trainedBy: null,
  startedAt: null,
  finishedAt: null,
});

async function present(
  reader: Reader,
  records: readonly ClassifierRecord[],
  live: number,
): Promise<ClassifierVersion[]> {
  const nameOf = await namesOf(
    reader,
    records.map((it) => it.trainedBy),
  );
  return records.map(({ sha256: _sha256, trainedBy, startedAt, finishedAt, ...it }) => ({
    ...it,
    live: it.number === live,
    trainedBy: nameOf(trainedBy),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
