import { readFileSync } from 'node:fs';
import { mappedIntents } from '@fairlead/contract';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const answer = z.array(slug).min(1).max(3);

/** The flows that look at the customer's own affairs, or at live figures. */
const flow = z.enum([
  'deposit',
  'withdrawal',
  'verification',
  'account',
  'order',
  'peer',
  'fees',
  'price',
  'official',
]);

const expectation = z.union([
  z.strictObject({ answer }),
  z.strictObject({ flow, answer: answer.optional() }),
  z.strictObject({ handover: z.enum(['asked', 'stolen', 'complaint', 'vulnerable']) }),
  z.strictObject({ abstain: z.literal(true) }),
]);

const conversation = z.strictObject({
  id: z.string(),
  turns: z.array(z.string().trim().min(1)).min(1),
  expect: expectation,
  intent: z.enum(mappedIntents),
  note: z.string().optional(),
});

/**
 * What a customer writes, turn by turn, and what should follow the last turn: any of these articles (slugs of `articles`), a flow or
 * as well one of these articles, people at once and why, or neither because it is out of scope. `intent` is that of the last turn.
 */
export type Conversation = z.infer<typeof conversation>;

/** The languages, as locales, in which there are labelled conversations. */
export const conversationLanguages = ['en', 'es', 'ja', 'ko', 'ru', 'vi', 'zh-CN', 'zh-TW'] as const;

/** The labelled conversations of a language, in the order of their file. Throws if the file is not as promised. */
export function readConversations(language: (typeof conversationLanguages)[number]): Conversation[] {
  const file = new URL(`assistant-conversations/${language}.json`, import.meta.url);
  return conversation.array().parse(JSON.parse(readFileSync(file, 'utf8')));
}
