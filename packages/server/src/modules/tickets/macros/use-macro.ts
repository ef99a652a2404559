import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { accessForAgent, findMessage } from '../../conversations/index.ts';
import { macroForAgent } from './keep-macros.ts';
import { putUse } from './macro-store.ts';

/**
 * Counts a macro as used in a message that the agent wrote, once. Throws `macro.not_found`, `conversation.not_found`, or
 * `conversation.message_not_found` where the message is somebody else's too.
 */
export async function useMacro(
  tx: Tx,
  actor: AgentActor,
  macroId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await macroForAgent(tx, actor, macroId);
  await accessForAgent(tx, actor, conversationId);
  const message = await findMessage(tx, conversationId, messageId);
  if (message?.author.type !== 'agent' || message.author.id !== actor.id)
    throw fail('conversation.message_not_found');
  await putUse(tx, { conversationId, messageId, macroId, agentId: actor.id });
}
