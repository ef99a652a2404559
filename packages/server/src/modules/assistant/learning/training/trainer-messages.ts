import type { Sample, Utterance } from '@fairlead/understanding';

/** What a thread that trains begins with. */
export interface ToTrainer {
  readonly samples: readonly Sample[];
  readonly heldOut: readonly Utterance[];
  /** The model to measure against. */
  readonly before: Uint8Array;
}

/** What it says. */
export type FromTrainer =
  | { readonly kind: 'step' }
  | {
      readonly kind: 'trained';
      readonly bytes: Uint8Array;
      /** For each held-out utterance, in its order, whether it is understood. */
      readonly before: readonly boolean[];
      readonly after: readonly boolean[];
    };
