import type { LetterCopies } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { lettersOfConversation, readOwnAddresses } from '../channels/index.ts';
import type { ConversationRecord } from './conversation.ts';

/**
 * Who gets a copy of what an agent writes, as it is kept with the message, and the subject of a thread that has none; null where it is as
 * always. Throws `conversation.copy_refused` for an
 * address of ours, and `request.invalid` where nothing leaves as a letter.
 */
export async function copiesOf(
  reader: Reader,
  { id, channel }: ConversationRecord,
  { kind, letter }: { kind: 'text' | 'note'; letter?: LetterCopies | undefined },
): Promise<LetterCopies | null> {
  if (letter === undefined) return null;
  const { cc } = letter;
  const subject = letter.subject === null || (await hasSubject(reader, id)) ? null : letter.subject;
  const bcc = letter.bcc.filter((address) => !cc.includes(address));
  if (channel !== 'email' || kind !== 'text') throw fail('request.invalid', { field: 'letter' });
  if (cc.length + bcc.length === 0 && subject === null) return null;
  const isOurs = await readOwnAddresses(reader);
  const ours = [...cc, ...bcc].find(isOurs);
  if (ours !== undefined) throw fail('conversation.copy_refused', { address: ours });
  return { cc, bcc, subject };
}

const hasSubject = async (reader: Reader, conversationId: string): Promise<boolean> =>
  (await lettersOfConversation(reader, conversationId)).some((it) => it.subject !== '');
