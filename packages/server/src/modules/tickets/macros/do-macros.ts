import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { MadeWithMacros } from '../../conversations/index.ts';
import { applyActions } from '../apply-actions.ts';
import { latestOfConversations } from '../ticket-store.ts';
import { findMacroFor } from './keep-macros.ts';
import { putUse } from './macro-store.ts';

/**
 * Counts the macros that a message was made with, and does to the conversation's ticket what the agent left in of their actions, in the
 * agent's name and by their rights. Throws the refusal of the first that cannot be done, or `ticket.not_found` where there is no ticket.
 */
export async function doMacros(tx: Tx, platform: Platform, made: MadeWithMacros): Promise<void> {
  const { actor, agentName, conversationId, messageId, macros } = made;
  for (const { id, actions } of macros) {
    // One that is gone meanwhile does not stop the message that was made with it.
    if (await findMacroFor(tx, actor, id))
      await putUse(tx, { conversationId, messageId, macroId: id, agentId: actor.id });
    if (actions.length === 0) continue;
    if (!actor.permissions.has('tickets.write')) throw fail('access.forbidden');
    const ticketId = (await latestOfConversations(tx, [conversationId])).get(conversationId);
    if (!ticketId) throw fail('ticket.not_found');
    const author = { id: actor.id, name: agentName };
    const source = { cause: `macro:${id}`, author, key: messageId };
    const { refusals } = await applyActions(tx, platform, actor, ticketId, actions, source);
    const [refusal] = refusals;
    if (refusal) throw refusal;
  }
}
