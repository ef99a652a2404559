import { flowIds, flowSlots } from '@fairlead/contract';
import { z } from 'zod';

/** What the assistant keeps in mind of a conversation. */
export const memorySchema = z.object({
  /** What it asked last, and what each choice means; null where it asked nothing. */
  asked: z
    .discriminatedUnion('of', [
      z.object({
        of: z.literal('article'),
        choices: z.array(z.object({ text: z.string(), intent: z.string() })),
      }),
      z.object({
        of: z.literal('flow'),
        flow: z.enum(flowIds),
        slots: flowSlots,
        slot: flowSlots.keyof(),
        choices: z.array(z.object({ text: z.string(), slots: flowSlots })),
      }),
    ])
    .nullable(),
  /** What the conversation was about last, and in which words: what a question without a subject goes on from. */
  last: z.object({ intent: z.string(), text: z.string(), slots: flowSlots }).nullable(),
  /** The flow that last found what it looked for and told of it, if nothing else was answered since. */
  found: z.enum(flowIds).nullable().default(null),
  /** It has said who it is. */
  greeted: z.boolean().default(false),
  /** Passages that it answered from: what did not help is not said again. */
  given: z.array(z.string()),
  /** How often in a row it could not help. */
  failures: z.number().int(),
});
export type Memory = z.infer<typeof memorySchema>;

/** Of a conversation that has just begun. */
export const blankMemory: Memory = {
  asked: null,
  last: null,
  found: null,
  greeted: false,
  given: [],
  failures: 0,
};
