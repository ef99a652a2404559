import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { mentionable } from './mentionable.ts';

/**
 * Leaves an internal note in a thread for colleagues, for a module above that has let the actor in. Those of `mentions` who may see the
 * thread are told. False when there is no such thread.
 */
export async function noteInThread(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  conversationId: string,
  note: { text: string; author: { id: string; name: string }; mentions: readonly string[]; cause?: string },
): Promise<boolean> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return false;
  const mentions = await mentionable(tx, before, note.mentions);
  const author =
    actor.type === 'agent'
      ? { type: 'agent' as const, ...note.author }
      : { type: 'bot' as const, id: null, name: note.author.name };
  const draft = { kind: 'note' as const, author, text: cleanText(note.text), mentions };
  await changeConversations(tx, platform, [
    { actor, before, after: before, drafts: [draft], cause: note.cause },
  ]);
  return true;
}
