import type { PlatformPlace } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { switchSocialPlace } from '../channels/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { changeConversation } from './change-conversations.ts';
import { placeOf } from './read-platform-place.ts';
import { systemLine } from './system-line.ts';

/**
 * Goes on in private with a conversation that everybody reads, or back. What we write from then on goes there; what the customer writes in either
 * place is taken in. Where it is there already nothing changes. Throws `conversation.not_found`, and `conversation.no_private_place` where its
 * platform has none.
 */
export async function goPrivate(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
  inPrivate: boolean,
): Promise<PlatformPlace | null> {
  const before = await lockForAgent(tx, actor, conversationId);
  const done = await switchSocialPlace(tx, before, inPrivate);
  if (done === 'impossible') throw fail('conversation.no_private_place');
  if (done === 'switched') {
    const line = systemLine(inPrivate ? 'went_private' : 'went_public');
    await changeConversation(tx, platform, { actor, before, after: before, drafts: [line] });
  }
  return placeOf(tx, platform, before);
}
