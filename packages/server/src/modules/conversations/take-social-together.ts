import { bindingCodeIn } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type Arrived,
  findSocialPlaces,
  isPublicPlace,
  noteSocialMessages,
  type Taken,
} from '../channels/index.ts';
import { meetAgain, readCustomers } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { bindingChoice } from './bindings/binding-words.ts';
import { changeUnlocked } from './change-conversations.ts';
import { findConversations, lockCustomersInOrder } from './conversation-store.ts';
import { decidePost, type Post, type PostChanges, putBehind } from './decide-post.ts';
import { placeToHold, socialKey, socialText } from './take-social.ts';

/** What is to become of a message: known by now, or written under a key. */
interface Going {
  readonly arrived: Arrived;
  readonly post: Post;
}

/**
 * Takes in together what customers write on platforms, as most of them do: words, in private, into a conversation that they have open there.
 * Undefined for everything else, and for what somebody else changed meanwhile: that is to go by `takeSocial`.
 */
export async function takeSocialTogether(
  platform: Platform,
  arrived: readonly Arrived[],
): Promise<Array<Taken | undefined>> {
  const plain = arrived.filter(isPlain);
  if (plain.length === 0) return arrived.map(() => undefined);
  const taken = await platform.database.write((tx) => takePlain(tx, platform, plain));
  return arrived.map((it) => taken.get(it));
}

/** Whether a message asks nothing of its platform and settles nothing but that it was written. */
function isPlain({ inbox, inbound }: Arrived): boolean {
  const { text, sender, letter, attachments, changes, threadGuessed = false } = inbound;
  if (letter || changes !== undefined || attachments.length > 0 || threadGuessed) return false;
  if (isPublicPlace(inbox.channel, sender.address)) return false;
  return bindingCodeIn(text) === null && bindingChoice(text) === null;
}

async function takePlain(
  tx: Tx,
  platform: Platform,
  plain: readonly Arrived[],
): Promise<ReadonlyMap<Arrived, Taken>> {
  const taken = new Map<Arrived, Taken>();
  await lockCustomersInOrder(tx, plain.map(placeToHold));
  const places = await findSocialPlaces(
    tx,
    plain.map(({ inbox, inbound: { externalId, sender, threadKey } }) => ({
      inboxId: inbox.id,
      externalId,
      address: sender.address,
      threadKey,
    })),
  );
  const fresh: Array<{ arrived: Arrived; conversationId: string }> = [];
  for (const [index, arrived] of plain.entries()) {
    const { known = false, conversationId = null } = places[index] ?? {};
    if (known) taken.set(arrived, 'duplicate');
    else if (conversationId !== null) fresh.push({ arrived, conversationId });
  }
  const going = await postsOf(tx, fresh);
  if (going.posts.length === 0) return taken;
  const changed = await changeUnlocked(tx, platform, [...going.changes.values()], going);
  const written = new Map(
    changed.flatMap((it) => it?.records.map((record) => [record.clientKey, record]) ?? []),
  );
  const noted = going.posts.flatMap(({ arrived, post }) => {
    const record = written.get(post.clientKey);
    if (!record) return [];
    taken.set(arrived, 'accepted');
    const { inbox, inbound } = arrived;
    const { conversationId, id: messageId } = record;
    const { externalId, sender } = inbound;
    return { inboxId: inbox.id, externalId, conversationId, messageId, address: sender.address };
  });
  if (noted.length > 0) await noteSocialMessages(tx, noted);
  return taken;
}

/** The messages of customers who are known and whose conversation is open, and what they make of those. */
async function postsOf(tx: Tx, fresh: ReadonlyArray<{ arrived: Arrived; conversationId: string }>) {
  const conversations = await findConversations(
    tx,
    fresh.map((it) => it.conversationId),
  );
  const open = fresh.flatMap(({ arrived, conversationId }) => {
    const conversation = conversations.get(conversationId);
    return conversation && conversation.state !== 'closed' ? [{ arrived, conversation }] : [];
  });
  const met = await meetAgain(
    tx,
    open.map(({ arrived: { inbox, inbound } }) => ({ inboxId: inbox.id, ...inbound.sender })),
  );
  const going = open.filter((_, index) => met[index]);
  const customers = await readCustomers(tx, [...new Set(going.map((it) => it.conversation.customerId))]);
  const changes: PostChanges = new Map();
  const posts = going.map(({ arrived, conversation }): Going => {
    const { customerId, id } = conversation;
    const post: Post = {
      actor: { type: 'customer', id: customerId, verified: false, inboxId: arrived.inbox.id },
      conversationId: id,
      clientKey: `customer:${socialKey(arrived)}`,
      text: cleanText(socialText({ ...arrived, files: [] })),
      attachmentIds: [],
    };
    const decision = decidePost(changes.get(id)?.after ?? conversation, post, {
      now: tx.now,
      customerName: customers.get(customerId)?.name ?? null,
      later: [],
      reopenHours: 0,
      translatedFrom: null,
    });
    if (decision.kind === 'write') putBehind(changes, conversation, post, decision);
    return { arrived, post };
  });
  return { posts, changes, customers };
}
