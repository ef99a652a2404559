import type { FlowId, FlowSlots, ModelOutcome } from '@fairlead/contract';
import type { Prompt } from '../write-prompt.ts';

/** Questions to the exchange for one answer. */
export const mostLooks = 2;

/** What a model may call while it writes: look into what the exchange knows. Nothing else is offered. */
export interface LookTool {
  readonly flows: readonly [FlowId, ...FlowId[]];
  look(flow: FlowId, slots: FlowSlots): Promise<unknown>;
}

export interface ModelRequest {
  readonly prompt: Prompt;
  readonly tool: LookTool | null;
  /** Milliseconds until the first word, between two, and in all. */
  readonly patience: { readonly first: number; readonly between: number; readonly total: number };
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** What comes while it writes. `again`: it has looked something up and writes anew. */
export type ModelPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'tokens'; readonly input: number; readonly output: number };

/** A model of a provider. */
export interface LanguageModel {
  /** What it writes, as it comes. Ends only where it came to its end; throws ModelFailure for everything else. */
  write(request: ModelRequest): AsyncIterable<ModelPart>;
}

/** Why there is no answer of a model. */
export class ModelFailure extends Error {
  readonly outcome: ModelOutcome;
  /** What was answered instead. */
  readonly status: number | null;
  constructor(outcome: ModelOutcome, status: number | null = null) {
    super(`the model: ${outcome}`);
    this.outcome = outcome;
    this.status = status;
  }
}
