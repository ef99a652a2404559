import type { Locale, PrivateChatStanding } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { system } from '../../../platform/actor.ts';
import { hashSecret, type Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readInbox, readSocialAccount } from '../../channels/index.ts';
import { beginThread } from '../begin-thread.ts';
import { topicOfText } from '../classify/topic-of-text.ts';
import { sayOnce } from '../say-once.ts';
import { isOwnCode, isUnsignedCode } from './link-code.ts';
import { makeProofCode } from './make-proof-code.ts';
import { type PrivateLink, stateOfLink } from './private-link.ts';
import { findLink, findOwnChat, insertPrivateChat, lockLink, saveProof } from './private-link-store.ts';

const minute = 60_000;
/** Long enough to change to the other application and post it. */
const proofLifetime = 15 * minute;

interface OwnChat {
  conversationId: string;
  standing: PrivateChatStanding;
}

/**
 * The link with a code, open or over. What we did not sign is refused without a look into the database. Throws `private_link.not_found`, and
 * `private_link.over` for a code from before links were signed.
 */
export async function linkOf(reader: Reader, keys: Keys, code: string): Promise<PrivateLink> {
  if (isUnsignedCode(code)) throw fail('private_link.over');
  if (!isOwnCode(keys, code)) throw fail('private_link.not_found');
  const link = await findLink(reader, hashSecret(code.toLowerCase()));
  if (!link) throw fail('private_link.not_found');
  return link;
}

/** The same for a customer of the chat that it leads to; for those of other inboxes it is none. */
async function linkFor(
  reader: Reader,
  keys: Keys,
  code: string,
  { inboxId }: CustomerActor,
): Promise<PrivateLink> {
  const link = await linkOf(reader, keys, code);
  if (link.chatInboxId !== inboxId) throw fail('private_link.not_found');
  return link;
}

/** The chat that a customer began by a link; null where they began none. Throws as `linkOf` does. */
export async function ownChat(
  reader: Reader,
  keys: Keys,
  actor: CustomerActor,
  code: string,
): Promise<OwnChat | null> {
  const link = await linkFor(reader, keys, code, actor);
  const chat = await findOwnChat(reader, link.id, actor.id);
  return chat ? { conversationId: chat.conversationId, standing: chat.standing } : null;
}

/**
 * Begins a private chat by a link, as a conversation of its own, and says in both that nobody knows yet whose it is. Once for each customer and link.
 * Throws `private_link.not_found`, `private_link.over`, `channels.inbox_not_found`, and as `beginThread` does.
 */
export async function beginPrivateChat(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  code: string,
  { text, anyway, locale }: { text: string; anyway: boolean; locale: Locale },
): Promise<OwnChat> {
  const found = await linkFor(tx, platform.keys, code, actor);
  const link = await lockLink(tx, found.id);
  const inbox = await readInbox(tx, found.chatInboxId);
  if (!link || !inbox) throw fail('private_link.not_found');
  const before = await findOwnChat(tx, link.id, actor.id);
  if (!before && stateOfLink(link, tx.now) !== 'open') throw fail('private_link.over');
  if (!before && !inbox.enabled) throw fail('channels.inbox_not_found');
  const { conversation } = await beginThread(tx, platform, actor, {
    inbox,
    key: `private-link:${link.id}`,
    text,
    anyway,
    attachmentIds: [],
    topic: topicOfText(text, locale),
    locale,
  });
  if (before) return { conversationId: before.conversationId, standing: before.standing };
  await insertPrivateChat(tx, link.id, conversation.id);
  const account = await readSocialAccount(tx, link.inboxId);
  const said = system('chat');
  await sayOnce(tx, platform, said, conversation.id, {
    key: 'private_chat_unproven',
    params: { account: account?.handle ?? account?.name ?? '–' },
    once: `private-link ${link.id}`,
  });
  // Said of the first: everybody can open the link, and the thread is the customer's.
  await sayOnce(tx, platform, said, link.conversationId, {
    key: 'private_chat_begun',
    params: { number: String(conversation.number) },
    once: `private-link ${link.id}`,
  });
  return { conversationId: conversation.id, standing: 'unproven' };
}

/** Gives out a code by which the customer's chat is proven; the one before ends. Throws `private_link.not_found`, `private_link.over`. */
export async function giveProofCode(
  tx: Tx,
  keys: Keys,
  actor: CustomerActor,
  code: string,
): Promise<{ code: string; expiresAt: Date }> {
  const { id } = await linkFor(tx, keys, code, actor);
  const link = await lockLink(tx, id);
  const chat = await findOwnChat(tx, id, actor.id);
  if (!link || !chat) throw fail('private_link.not_found');
  if (stateOfLink(link, tx.now) !== 'open') throw fail('private_link.over');
  const proof = makeProofCode();
  const expiresAt = new Date(tx.now.getTime() + proofLifetime);
  await saveProof(tx, chat.conversationId, { hash: hashSecret(proof), expiresAt });
  return { code: proof, expiresAt };
}
