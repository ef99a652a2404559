import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Inbox, moveSocialThread, readSocialThread } from '../../channels/index.ts';
import { agentName } from '../../people/index.ts';
import { type Change, changeConversations } from '../change-conversations.ts';
import { lockConversations } from '../conversation-store.ts';
import { conversationWentOn } from '../events.ts';
import { systemLine } from '../system-line.ts';
import { decideGoingOn } from './decide-going-on.ts';

/**
 * A public conversation goes on in the private chat that was proven to be its customer's: what they write in public from then on is taken in there, and
 * may be answered from there. Not where the platform has a private place of its own for them as well, nor where the chat is closed: then both stay.
 */
export async function goOnInChat(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  publicId: string,
  chatId: string,
): Promise<void> {
  const thread = await readSocialThread(tx, publicId);
  if (!thread || thread.other !== null) return;
  const locked = await lockConversations(tx, [publicId, chatId]);
  const [inPublic, inPrivate] = [locked.get(publicId), locked.get(chatId)];
  const decided = inPublic && inPrivate && decideGoingOn(inPublic, inPrivate, tx.now);
  if (!decided) return;
  await moveSocialThread(tx, publicId, chatId);
  const actor = system(inbox.channel);
  const line = systemLine('private_chat_continues', {
    number: String(inPublic.number),
    chat: String(inPrivate.number),
  });
  const { taker } = decided;
  const taken = taker === null ? [] : [systemLine('assigned', { agent: await agentName(tx, taker) })];
  const changes: Change[] = [
    { actor, before: inPrivate, after: decided.inPrivate, drafts: [line, ...taken] },
    { actor, before: inPublic, after: decided.inPublic ?? inPublic, drafts: [line] },
  ];
  await changeConversations(tx, platform, changes);
  await announce(tx, conversationWentOn, { subjectId: publicId, actor, payload: { inId: chatId } });
}
