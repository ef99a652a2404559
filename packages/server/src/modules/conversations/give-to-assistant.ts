import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { assistantBegins, readInbox, readSocialPlace } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import type { ConversationRecord } from './conversation.ts';
import { decideGiveToAssistant } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/**
 * An agent hands a conversation back: the assistant answers what its customer writes next. One's own, or one that nobody has. For the module above that
 * answers. Throws `conversation.not_found`, `conversation.closed`, `conversation.not_assigned_to_you`, and `assistant.not_here` where it answers nobody.
 */
export async function giveToAssistant(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  if (!(await mayHaveIt(tx, platform, before))) throw fail('assistant.not_here');
  const after = decideGiveToAssistant(before, actor.id);
  const line = systemLine('given_to_assistant', { agent: await agentName(tx, actor.id) });
  return changeConversation(tx, platform, { actor, before, after, drafts: [line] });
}

/** Whether the assistant may have a conversation: any chat, and on platforms what is private, where their inbox lets it begin. */
export async function mayHaveIt(
  reader: Reader,
  { keys }: Pick<Platform, 'keys'>,
  conversation: ConversationRecord,
): Promise<boolean> {
  if (conversation.channel === 'chat') return true;
  const inbox = await readInbox(reader, conversation.inboxId);
  const place = await readSocialPlace(reader, keys, conversation);
  return inbox !== undefined && place !== undefined && assistantBegins(inbox, place.isPublic);
}
