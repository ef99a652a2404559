import type { Reader } from '../../platform/database/database.ts';
import type { MessageRecord } from './conversation.ts';
import { readBeginnings } from './message-store.ts';

/** Entries of the thread among which the customer's first words are looked for. */
const beginning = 20;

/** What the customer wrote at the beginning of a thread, oldest first; empty where they have not written. */
export async function firstWords(reader: Reader, conversationId: string): Promise<string> {
  return (await firstWordsOf(reader, [conversationId])).get(conversationId) ?? '';
}

/** The same of several threads, by conversation. */
export async function firstWordsOf(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, string>> {
  const begun = await readBeginnings(reader, conversationIds, beginning);
  return new Map([...begun].map(([id, messages]) => [id, wordsOf(messages)]));
}

const wordsOf = (messages: readonly MessageRecord[]): string =>
  messages
    .filter(({ kind, author }) => kind === 'text' && author.type === 'customer')
    .map(({ text }) => text)
    .join('\n');
