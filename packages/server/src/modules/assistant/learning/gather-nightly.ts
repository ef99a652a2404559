import type { Platform } from '../../../platform/platform.ts';
import type { Embedder } from '../model/embed/embedder.ts';
import { dueNow, readNightly } from '../results/nightly.ts';
import { gatherQuestions, readGathering } from './gather.ts';

const every = 60_000;
/** Milliseconds that an embeddings model may take in all: nobody waits. */
const patience = 10 * 60_000;

/** Gathers once a night, when the examples are asked: at three by the wall of the same zone, whether or not they are. */
export function gatherNightly(platform: Platform, embedder: Embedder): void {
  const { database, clock, jobs } = platform;
  jobs.every('assistant.gather_questions', every, async () => {
    const reader = database.reader();
    const { timeZone } = await readNightly(reader);
    const due = dueNow(clock.now(), timeZone);
    const { gatheredAt: last } = await readGathering(reader);
    if (due && (last === null || new Date(last) < due)) await gatherQuestions(platform, embedder, patience);
  });
}
