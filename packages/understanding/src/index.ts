export type { Guess } from './classify.ts';
export { conceptFinder } from './concept-finder.ts';
export { guessIntents, intentModelFile } from './intents.ts';
export { writeModel } from './model-file.ts';
export { probabilities } from './probabilities.ts';
export { readConcepts } from './read-concepts.ts';
export { learnedLanguages, readUtterances, type Utterance } from './read-utterances.ts';
export { type Signal, signals } from './signals/signal.ts';
export { signalsIn } from './signals/signals-in.ts';
export { textFeatures } from './text-features.ts';
export {
  joinTrainings,
  type PartTraining,
  type Sample,
  type Training,
  trainings,
  trainModel,
  trainPart,
} from './train-model.ts';
