import type { FlowSlots, Locale } from '@fairlead/contract';
import type { Guess, Signal } from '@fairlead/understanding';

/** What a customer said since they were answered last, as the assistant understands it. */
export interface Heard {
  readonly text: string;
  /** In which they are answered. */
  readonly locale: Locale;
  /** Every intent, the likeliest first. */
  readonly guesses: readonly Guess[];
  readonly signals: ReadonlySet<Signal>;
  /** Assets, networks, TXIDs and the like that they named. */
  readonly slots: FlowSlots;
}
