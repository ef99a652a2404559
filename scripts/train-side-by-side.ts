import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  conceptFinder,
  joinTrainings,
  type PartTraining,
  readConcepts,
  readUtterances,
  type Training,
  textFeatures,
  trainings,
  trainPart,
} from '@fairlead/understanding';

/** Learns intents from all utterances, on as many processors as there are; each thread reads them anew. */
export async function trainSideBySide(): Promise<Training> {
  const done: PartTraining[] = [];
  const waiting = [...trainings.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      done[next[0]] = await trainInThread(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return joinTrainings(done);
}

function trainInThread(part: number): Promise<PartTraining> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread) {
  const conceptsIn = conceptFinder(readConcepts());
  parentPort?.postMessage(
    trainPart(readUtterances(), (text) => textFeatures(text, conceptsIn), workerData as number),
    [],
  );
}
