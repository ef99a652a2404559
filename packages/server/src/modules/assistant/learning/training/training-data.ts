import { readHeldOut, readUtterances, type Utterance } from '@fairlead/understanding';

/** What a training learns from besides what was accepted here, and what it is measured by. */
export interface TrainingData {
  learned(): readonly Utterance[];
  heldOut(): readonly Utterance[];
}

/** What came along. */
export const shippedData: TrainingData = { learned: readUtterances, heldOut: readHeldOut };
