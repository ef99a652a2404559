import type { AssistantThresholds } from '@fairlead/contract';

/** How sure the assistant must be of an intent: shares of 1. */
export type Thresholds = AssistantThresholds;

export const defaultThresholds: Thresholds = { answer: 0.5, hedge: 0.3, clarify: 0.2, outOfScope: 0.5 };

/** Attempts in a row that did not help; with this many, a person goes on. */
export const patience = 2;
