/** How sure the assistant must be of an intent: shares of 1. */
export interface Thresholds {
  /** From here on it answers. */
  readonly answer: number;
  /** From here on it answers, and says that this may be meant. */
  readonly hedge: number;
  /** Two intents of which each is as likely as this are asked about. */
  readonly clarify: number;
  /** From here on it is held to be none of the exchange's business. */
  readonly outOfScope: number;
}

export const defaultThresholds: Thresholds = { answer: 0.5, hedge: 0.3, clarify: 0.2, outOfScope: 0.5 };

/** Attempts in a row that did not help; with this many, a person goes on. */
export const patience = 2;
