import { proofCodeIn } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type InboundMessage, type Inbox, isPublicPlace, readSocialThread } from '../../channels/index.ts';
import { mergeVisitorInto, readCustomers } from '../../people/index.ts';
import { findConversations, listOfCustomer, lockCustomer } from '../conversation-store.ts';
import { mergeConversations } from '../merge-conversations.ts';
import { sayOnce } from '../say-once.ts';
import { decideProof } from './decide-proof.ts';
import { goOnInChat } from './go-on-in-chat.ts';
import type { PrivateLink } from './private-link.ts';
import { findChatByProof, lockLink, saveProof, saveProven } from './private-link-store.ts';

/** Whoever has so many conversations with us is looked at by a person before they become somebody else's. */
const mostLookedAt = 50;

/**
 * Hears a code that was written publicly, by which a private chat is proven to be whose comment we answered. Answers whether the text held one that was
 * given out, so that it is hidden; the text itself is a message like any other. Call with the address held, before it is known whose it is.
 */
export async function hearProof(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  { externalId, sender, threadKey, text }: InboundMessage,
): Promise<boolean> {
  const given = proofCodeIn(text);
  if (given === null || !isPublicPlace(inbox.channel, sender.address)) return false;
  const proofHash = hashSecret(given);
  const heard = await findChatByProof(tx, proofHash);
  const link = heard && (await lockLink(tx, heard.linkId));
  // What was given out or heard meanwhile counts.
  const chat = link && (await findChatByProof(tx, proofHash));
  if (!link || !chat) return false;
  const step = decideProof({ inboxId: inbox.id, address: sender.address, threadKey }, link, chat, tx.now);
  if (step === 'void') {
    await saveProof(tx, chat.conversationId, null);
    await sayOnce(tx, platform, system(inbox.channel), chat.conversationId, {
      key: 'private_chat_code_void',
      params: {},
      once: `private-link void ${externalId}`.slice(0, 200),
    });
  }
  if (step === 'proven') await prove(tx, platform, inbox, link, chat.conversationId);
  return true;
}

async function prove(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  link: PrivateLink,
  chatId: string,
): Promise<void> {
  const others = await saveProven(tx, link.id, chatId);
  const found = await findConversations(tx, [link.conversationId, chatId]);
  const [inPublic, inPrivate] = [found.get(link.conversationId), found.get(chatId)];
  if (!inPublic || !inPrivate) return;
  await becomeOne(tx, platform, inbox, inPublic.customerId, inPrivate.customerId);
  const params = { number: String(inPublic.number), chat: String(inPrivate.number) };
  const once = `private-link proven ${link.id}`;
  for (const id of [inPublic.id, inPrivate.id])
    await sayOnce(tx, platform, system(inbox.channel), id, { key: 'private_chat_proven', params, once });
  for (const id of others)
    await sayOnce(tx, platform, system(inbox.channel), id, { key: 'private_chat_other', params: {}, once });
  await goOnInChat(tx, platform, inbox, inPublic.id, inPrivate.id);
}

/**
 * Who wrote in public becomes who writes in the chat, with all their threads, as a visitor becomes the customer they turn out to be. Not where that
 * would hand on more than the public thread: somebody can be talked into posting a code that is not theirs. Then both stay apart, and only the lines
 * and the marks say that they are one.
 */
async function becomeOne(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  commenterId: string,
  chatterId: string,
): Promise<void> {
  await lockCustomer(tx, commenterId);
  if (!(await isKnownInPublicOnly(tx, commenterId))) return;
  if (await mergeVisitorInto(tx, commenterId, chatterId, 'anybody'))
    await mergeConversations(tx, platform, system(inbox.channel), commenterId, chatterId);
}

async function isKnownInPublicOnly(reader: Reader, customerId: string): Promise<boolean> {
  if ((await readCustomers(reader, [customerId])).get(customerId)?.verified !== false) return false;
  const conversations = await listOfCustomer(reader, customerId, mostLookedAt);
  if (conversations.length === mostLookedAt) return false;
  for (const { id, channel } of conversations) {
    const thread = await readSocialThread(reader, id);
    if (!thread || thread.other !== null || !isPublicPlace(channel, thread.address)) return false;
  }
  return true;
}
