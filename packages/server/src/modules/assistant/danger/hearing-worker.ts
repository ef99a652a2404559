import { parentPort, workerData } from 'node:worker_threads';
import { learnConcepts, replaceIntentModel } from '@fairlead/understanding';
import { dangerHeard } from './danger-heard.ts';
import type { HeardByThread, HearsBy, ToHear } from './hearing-messages.ts';

const { model, concepts } = workerData as HearsBy;
replaceIntentModel(model);
learnConcepts(concepts);

parentPort?.on('message', ({ id, said }: ToHear) => {
  const dangers = said.map(({ text, page }) => dangerHeard(text, page));
  parentPort?.postMessage({ id, dangers } satisfies HeardByThread, []);
});
