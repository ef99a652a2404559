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
  /** Its own name for a glossary of ours that it keeps, where there is one for these languages. */
  readonly glossaryId?: string | undefined;
  readonly signal: AbortSignal;
}

/** A glossary as a provider takes it: lines of two phrases with a tab between. */
interface GlossaryPart {
  readonly from: Locale;
  readonly to: Locale;
  readonly tsv: string;
}

/** Keeps glossaries for us. Each throws TranslationFailure, or what the connection throws. */
export interface GlossaryKeeper {
  /** Whether it keeps any between these languages. */
  takes(from: Locale, to: Locale): boolean;
  /** Answers its name for the glossary. */
  make(name: string, part: GlossaryPart, signal: AbortSignal): Promise<string>;
  /** Adds two languages to one that it keeps, or puts them in the place of what it has. */
  add(id: string, part: GlossaryPart, signal: AbortSignal): Promise<void>;
  remove(id: string, signal: AbortSignal): Promise<void>;
}

/** Somebody who translates. */
export interface TranslationProvider {
  /** How it is told what to leave alone. */
  readonly style: MarkStyle;
  /** Where it keeps glossaries; others are told the terms with each text, or nothing. */
  readonly glossaries?: GlossaryKeeper;
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
