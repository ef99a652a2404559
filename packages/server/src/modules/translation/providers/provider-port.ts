import type { Locale, TranslationOutcome } from '@fairlead/contract';
import type { Term } from '../glossary/find-terms.ts';
import type { MarkStyle } from '../text/protect.ts';

export interface TranslationRequest {
  /** With marks in the place of what is exact. Answered in this order. */
  readonly texts: readonly string[];
  readonly from: Locale;
  readonly to: Locale;
  /** How the exchange calls things: for providers that take such. */
  readonly terms: readonly Term[];
  readonly signal: AbortSignal;
}

/** Somebody who translates. */
export interface TranslationProvider {
  /** How it is told what to leave alone. */
  readonly style: MarkStyle;
  /** As many texts as were given. Throws TranslationFailure for everything else. */
  translate(request: TranslationRequest): Promise<string[]>;
}

/** Why there is no translation. */
export class TranslationFailure extends Error {
  readonly outcome: TranslationOutcome;
  constructor(outcome: TranslationOutcome) {
    super(`the translation: ${outcome}`);
    this.outcome = outcome;
  }
}
