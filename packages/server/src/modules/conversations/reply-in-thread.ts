import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';
import { publicOnOf } from './public/public-on-of.ts';
import { refuseSecrets } from './shield/refuse-secrets.ts';

/**
 * Words go into a thread from elsewhere (an agent's reply to many at once, a rule's), for a module above that has let the actor in. Once
 * per key. Whoever holds the conversation keeps it, and a closed one stays closed. What nobody wrote is the bot's, and answers nothing: the
 * customer waits on. False when there is no such thread.
 */
export async function replyInThread(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  conversationId: string,
  reply: { text: string; key: string; cause?: string },
): Promise<boolean> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return false;
  if (actor.type === 'agent') refuseSecrets(reply.text, 'text');
  const clientKey = `${actor.type === 'agent' ? actor.id : actor.name}:${reply.key}`;
  const written = await findByClientKeys(tx, [{ conversationId, clientKey }]);
  if (written.length > 0) return true;
  const author =
    actor.type === 'agent'
      ? { type: 'agent' as const, id: actor.id, name: await agentName(tx, actor.id) }
      : { type: 'bot' as const, id: null, name: null };
  const publicOn = await publicOnOf(tx, before, { kind: 'text', publicly: false });
  const state = adapterOf(before.channel).capabilities.push ? ('queued' as const) : ('sent' as const);
  await changeConversations(tx, platform, [
    {
      actor,
      before,
      after: before,
      cause: reply.cause,
      drafts: [
        {
          kind: 'text',
          author,
          text: cleanText(reply.text),
          clientKey,
          publicOn,
          delivery: { state, error: null },
        },
      ],
    },
  ]);
  return true;
}
