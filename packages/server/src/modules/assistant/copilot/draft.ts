import type { CopilotDraft, Locale } from '@fairlead/contract';
import type { Words } from '../assistant-words.ts';
import type { Heard } from '../understand/heard.ts';

/** A reply that may be sent, before it is offered. */
export interface Draft extends Omit<CopilotDraft, 'offerId' | 'fate'> {
  /** Names it among all drafts. */
  readonly what: string;
  /** What it is called where there is no room for it. */
  readonly title: string;
}

/** What a draft is wanted for. */
export interface DraftRequest {
  readonly heard: Heard;
  /** Passages that the customer was given already. */
  readonly given: ReadonlySet<string>;
  /** The exchange vouches for the customer. */
  readonly verified: boolean;
  /** The language of whoever will send it. */
  readonly reader: Locale;
  /** What stands around an article's own words. */
  readonly words: Words;
}

/** Somewhere that drafts come from: the best first, none where it has nothing to say. Another writer of drafts is one more of these. */
export type DraftSource = (request: DraftRequest) => Draft[] | Promise<Draft[]>;
