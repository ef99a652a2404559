import { parentPort, workerData } from 'node:worker_threads';
import {
  intentGuesser,
  joinTrainings,
  type PartTraining,
  shippedConceptFinder,
  textFeatures,
  trainings,
  trainPart,
  type Utterance,
  writeModel,
} from '@fairlead/understanding';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

const { samples, heldOut, before } = workerData as ToTrainer;
const tell = (message: FromTrainer) => parentPort?.postMessage(message, []);

const conceptsIn = shippedConceptFinder();
const parts: PartTraining[] = [];
for (const part of trainings) {
  parts.push(trainPart(samples, (text) => textFeatures(text, conceptsIn), part));
  tell({ kind: 'step' });
}
const bytes = writeModel(joinTrainings(parts).model);
tell({ kind: 'trained', bytes, before: rightOf(before), after: rightOf(bytes) });

/** For each held-out utterance whether a model understands it. */
function rightOf(model: Uint8Array): boolean[] {
  const guess = intentGuesser(model);
  return heldOut.map(({ text, label }: Utterance) => guess(text)[0]?.label === label);
}
