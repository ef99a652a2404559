import type { PrivateLinkView } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../../channels/index.ts';
import { accessForAgent, scopeOf } from '../access-conversation.ts';
import { maySee, type Scope } from '../conversation-rules.ts';
import { findConversation, findConversations } from '../conversation-store.ts';
import { isOffered } from './is-offered.ts';
import { type PrivateChat, stateOfLink } from './private-link.ts';
import { findPrivateChat, listChatsOfPublic, newestLink } from './private-link-store.ts';
import { publicPlaceOf } from './public-place-of.ts';

/** Everybody can begin chats by a link; so many are shown. */
const mostShown = 20;

/** See the endpoint `privateLinks.read`. */
export async function readPrivateLink(
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
): Promise<PrivateLinkView> {
  const reader = platform.database.reader();
  const conversation = await accessForAgent(reader, actor, conversationId);
  const scope = await scopeOf(reader, actor);
  const [offered, link, from] = await Promise.all([
    isOffered(reader, platform, conversation),
    newestLink(reader, conversationId),
    publicEnd(reader, scope, conversationId),
  ]);
  return {
    offered,
    from,
    link: link
      ? {
          state: stateOfLink(link, platform.clock.now()),
          expiresAt: link.expiresAt.toISOString(),
          openedAt: link.openedAt?.toISOString() ?? null,
          chats: await chatEnds(reader, scope, await listChatsOfPublic(reader, conversationId, mostShown)),
        }
      : null,
  };
}

async function publicEnd(
  reader: Reader,
  scope: Scope,
  conversationId: string,
): Promise<PrivateLinkView['from']> {
  const found = await findPrivateChat(reader, conversationId);
  const conversation = found && (await findConversation(reader, found.link.conversationId));
  if (!found || !conversation) return null;
  const { id, number, channel } = conversation;
  const { standing } = found.chat;
  const chat = await findConversation(reader, conversationId);
  const goesOnHere = chat !== undefined && (await publicPlaceOf(reader, chat)) !== undefined;
  return {
    conversationId: id,
    number,
    channel,
    standing,
    reachable: maySee(scope, conversation),
    goesOnHere,
    length: adapterOf(channel).capabilities.publicText ?? null,
  };
}

async function chatEnds(reader: Reader, scope: Scope, chats: readonly PrivateChat[]) {
  const found = await findConversations(
    reader,
    chats.map((it) => it.conversationId),
  );
  return chats.flatMap(({ conversationId, standing }) => {
    const conversation = found.get(conversationId);
    if (!conversation) return [];
    const { number } = conversation;
    return [{ conversationId, number, standing, reachable: maySee(scope, conversation) }];
  });
}
