import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent, lockForAgent } from '../access-conversation.ts';
import { changeConversation } from '../change-conversations.ts';
import { systemLine } from '../system-line.ts';
import { restoreRevokedLinks, revokeOpenLinks } from './private-link-store.ts';

/**
 * Takes back the links of a public conversation that are still open, or undoes that; a line tells colleagues. Chats that began by them go on, but
 * none can be proven. Where there is nothing to do nothing changes. Throws `conversation.not_found`.
 */
export async function revokePrivateLink(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
  revoked: boolean,
): Promise<void> {
  await accessForAgent(tx, actor, conversationId);
  // Links are held before conversations, as whoever hears a proof does.
  const done = await (revoked ? revokeOpenLinks : restoreRevokedLinks)(tx, conversationId);
  if (!done) return;
  const before = await lockForAgent(tx, actor, conversationId);
  const line = systemLine(revoked ? 'private_link_revoked' : 'private_link_restored');
  await changeConversation(tx, platform, { actor, before, after: before, drafts: [line] });
}
