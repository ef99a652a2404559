import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { findLetterOf, type LetterRecord } from '../channels/index.ts';
import { accessForAgent } from './access-conversation.ts';

/**
 * The letter behind a message of a conversation that an agent may see. Throws `conversation.not_found` for one that they may not, and
 * `conversation.message_not_found` where there is none.
 */
export async function accessLetter(
  reader: Reader,
  actor: AgentActor,
  { id, messageId }: { id: string; messageId: string },
): Promise<LetterRecord> {
  const conversation = await accessForAgent(reader, actor, id);
  const letter = await findLetterOf(reader, conversation.id, messageId);
  if (!letter) throw fail('conversation.message_not_found');
  return letter;
}
