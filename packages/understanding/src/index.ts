export { classify, type Guess } from './classify.ts';
export { conceptFile, writeConcepts } from './concept-file.ts';
export { conceptFinder, shippedConceptFinder } from './concept-finder.ts';
export { type Concept, conceptTable } from './concept-table.ts';
export type { Entity } from './entities/entity.ts';
export { findEntities } from './entities/find-entities.ts';
export type { FoundEntity, FoundKind } from './entities/found-entity.ts';
export { recogniseEntities } from './entities/recognise-entities.ts';
export { recogniseIds } from './entities/recognise-ids.ts';
export type { Features } from './feature-list.ts';
export { foldMarks } from './fold-text.ts';
export {
  guessIntents,
  type IntentGuesser,
  intentGuesser,
  intentModelFile,
  intentModelHash,
  isSurely,
  learnConcepts,
  readShippedModel,
  replaceIntentModel,
} from './intents.ts';
export {
  type IdentifiedLanguage,
  identifyLanguage,
  languageProfileFile,
} from './language/identify-language.ts';
export { hanFeatures, latinFeatures } from './language/language-features.ts';
export { keepProfile } from './language/language-profile.ts';
export { languageWords } from './language/language-words.ts';
export { type LanguageTexts, learnLanguages } from './language/learn-languages.ts';
export { writeModel } from './model-file.ts';
export { probabilities } from './probabilities.ts';
export { readConcepts } from './read-concepts.ts';
export { readHeldOut } from './read-held-out.ts';
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
