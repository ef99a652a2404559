import type { Reader } from '../../../platform/database/database.ts';
import { readMessages } from '../../conversations/index.ts';
import { readMemory } from '../assistant-store.ts';

/** Messages that are read back: as many as are answered together. */
const readBack = 20;

/** What a customer wrote to the assistant that it did not come to answer before people had the conversation. */
export async function leftUnanswered(
  reader: Reader,
  conversationId: string,
): Promise<Array<{ conversationId: string; seq: number }>> {
  const [{ answeredSeq }, said] = await Promise.all([
    readMemory(reader, conversationId),
    readMessages(reader, conversationId, { limit: readBack }, 'everything'),
  ]);
  return said
    .filter(({ author, kind, seq }) => author.type === 'customer' && kind === 'text' && seq > answeredSeq)
    .map(({ seq }) => ({ conversationId, seq }));
}
