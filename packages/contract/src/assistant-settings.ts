import { z } from 'zod';
import { locales } from './locale.ts';

const share = z.number().min(0.05).max(0.99);

/** How sure the assistant must be of an intent: shares of 1. */
export const assistantThresholds = z
  .object({
    /** From here on it answers. */
    answer: share,
    /** From here on it answers, and says that this may be meant. */
    hedge: share,
    /** Two intents of which each is as likely as this are asked about. */
    clarify: share,
    /** From here on it is held to be none of the exchange's business. */
    outOfScope: share,
  })
  .refine(
    ({ answer, hedge, clarify }) => clarify <= hedge && hedge <= answer,
    'clarify, hedge, answer in order',
  );
export type AssistantThresholds = z.infer<typeof assistantThresholds>;

/** Characters in a greeting. */
export const maximumGreetingLength = 1000;

/** What administrators decide about the assistant. */
export const assistantSettings = z.object({
  thresholds: assistantThresholds,
  /** By language, instead of the usual greeting; `{organisation}` becomes the organisation's name. */
  greetings: z.partialRecord(z.enum(locales), z.string().trim().min(1).max(maximumGreetingLength)),
});
export type AssistantSettings = z.infer<typeof assistantSettings>;
