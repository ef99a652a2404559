import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';

/**
 * An agent's words go into a thread from elsewhere (a reply to many at once), for a module above that has let the agent in. Once
 * per key. Whoever holds the conversation keeps it, and a closed one stays closed. False when there is no such thread.
 */
export async function replyInThread(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
  reply: { text: string; key: string },
): Promise<boolean> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return false;
  const clientKey = `${actor.id}:${reply.key}`;
  const written = await findByClientKeys(tx, [{ conversationId, clientKey }]);
  if (written.length > 0) return true;
  const name = await agentName(tx, actor.id);
  const state = adapterOf(before.channel).capabilities.push ? ('queued' as const) : ('sent' as const);
  await changeConversations(tx, platform, [
    {
      actor,
      before,
      after: before,
      drafts: [
        {
          kind: 'text',
          author: { type: 'agent', id: actor.id, name },
          text: cleanText(reply.text),
          clientKey,
          delivery: { state, error: null },
        },
      ],
    },
  ]);
  return true;
}
