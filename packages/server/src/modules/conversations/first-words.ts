import type { Reader } from '../../platform/database/database.ts';
import { readMessages } from './message-store.ts';

/** Entries of the thread among which the customer's first words are looked for. */
const beginning = 20;

/** What the customer wrote at the beginning of a thread, oldest first; empty where they have not written. */
export async function firstWords(reader: Reader, conversationId: string): Promise<string> {
  const messages = await readMessages(reader, conversationId, { after: 0, limit: beginning }, 'everything');
  return messages
    .filter(({ kind, author }) => kind === 'text' && author.type === 'customer')
    .map(({ text }) => text)
    .join('\n');
}
