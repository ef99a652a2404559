import type { Locale } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { readCustomers } from '../people/index.ts';
import { claimAttachments } from './attachments/attachment-store.ts';
import { type Changed, changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { lockConversations } from './conversation-store.ts';
import {
  decidePost,
  isAgentPost,
  mayPost,
  type Post,
  type PostChanges,
  type Posted,
  putBehind,
} from './decide-post.ts';
import { findByClientKeys, readMessages } from './message-store.ts';
import { presentRepeated } from './present-repeated.ts';

/**
 * Decides and writes posts in one transaction that holds their conversations, those to one conversation in their order: the way of
 * those that need more than their conversation (files, a key used before, what an agent has not seen, macros, translations). Answers each with its
 * outcome. Throws the refusal of what a macro does: nothing of all is written then. `ports` are for what agents write.
 */
export async function writePosts(
  tx: Tx,
  platform: Platform,
  posts: Post[],
  ports?: ConversationPorts,
): Promise<Array<Posted | Failure>> {
  const conversations = await lockConversations(tx, [...new Set(posts.map((it) => it.conversationId))]);
  const repeated = new Map((await findByClientKeys(tx, posts)).map((message) => [placeOf(message), message]));
  const names = await customerNames(tx, posts);
  const changes: PostChanges = new Map();
  const outcomes: Array<Posted | Failure | undefined> = [];
  for (const [index, post] of posts.entries()) {
    const conversation = conversations.get(post.conversationId);
    const written = repeated.get(placeOf(post));
    try {
      if (!conversation || !mayPost(conversation, post)) throw fail('conversation.not_found');
      if (written) {
        const changed = await presentRepeated(tx, platform, conversation, written, post);
        outcomes[index] = { kind: 'written', changed };
        continue;
      }
      const earlier = changes.get(conversation.id);
      const decision = decidePost(earlier?.after ?? conversation, post, {
        now: tx.now,
        customerName: names.get(post.actor.id) ?? null,
        later: [...(await laterThan(tx, conversation, post)), ...(earlier?.drafts ?? [])],
        reopenHours: await reopenHours(tx, conversation),
        translatedFrom: await translatedFrom(tx, ports, post),
      });
      if (decision.kind === 'begin_new') {
        outcomes[index] = { kind: 'begin_new', previous: conversation };
        continue;
      }
      await claimAttachments(tx, post.actor, post.attachmentIds, conversation.id);
      putBehind(changes, conversation, post, decision);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      outcomes[index] = error;
    }
  }
  const changed = changes.size === 0 ? [] : await changeConversations(tx, platform, [...changes.values()]);
  const byId = new Map(changed.map((it) => [it.record.id, it]));
  for (const [index, post] of posts.entries()) {
    if (outcomes[index] === undefined) {
      await doMacros(tx, platform, ports, post, byId.get(post.conversationId));
      await keepTranslation(tx, platform, ports, post, byId.get(post.conversationId));
    }
  }
  return posts.map((post, index) => {
    const done = byId.get(post.conversationId);
    return outcomes[index] ?? (done ? { kind: 'written', changed: done } : fail('conversation.not_found'));
  });
}

async function doMacros(
  tx: Tx,
  platform: Platform,
  ports: ConversationPorts | undefined,
  post: Post,
  changed: Changed | undefined,
): Promise<void> {
  if (!isAgentPost(post) || post.macros.length === 0) return;
  const { actor, agentName, conversationId, macros } = post;
  const message = changed?.records.find((it) => it.clientKey === post.clientKey);
  if (!message || !ports) throw new Error('a message with macros cannot be written so');
  await ports.doMacros(tx, platform, { actor, agentName, conversationId, messageId: message.id, macros });
}

async function keepTranslation(
  tx: Tx,
  platform: Platform,
  ports: ConversationPorts | undefined,
  post: Post,
  changed: Changed | undefined,
): Promise<void> {
  if (!isAgentPost(post) || post.kind !== 'text' || !post.translation) return;
  const { actor, translation } = post;
  const message = changed?.records.find((it) => it.clientKey === post.clientKey);
  if (!message || !changed || !ports) throw new Error('a translation cannot be written so');
  await ports.keepTranslation(tx, platform, { actor, conversation: changed.record, message, translation });
}

async function translatedFrom(
  tx: Tx,
  ports: ConversationPorts | undefined,
  post: Post,
): Promise<Locale | null> {
  if (!isAgentPost(post) || post.kind !== 'text' || !post.translation || !ports) return null;
  const { actor, conversationId, text, translation } = post;
  return ports.translatedFrom(tx, { agentId: actor.id, conversationId, text, translationId: translation.id });
}

/** A key is its client's own within a conversation. */
const placeOf = (it: { conversationId: string; clientKey: string | null }) =>
  `${it.conversationId} ${it.clientKey}`;

/** What an agent had not on screen; nothing for customers, whom nothing stops. */
async function laterThan(tx: Tx, conversation: ConversationRecord, post: Post): Promise<MessageRecord[]> {
  if (!isAgentPost(post) || post.seenSeq >= conversation.lastSeq) return [];
  return readMessages(tx, conversation.id, { after: post.seenSeq, limit: 200 }, 'everything');
}

async function reopenHours(tx: Tx, conversation: ConversationRecord): Promise<number> {
  if (conversation.state !== 'closed') return 0;
  // The thread of a ticket is one for as long as the ticket goes on, and the ticket says how long that is.
  if (conversation.channel === 'portal') return Number.POSITIVE_INFINITY;
  return (await readInbox(tx, conversation.inboxId))?.reopenHours ?? 0;
}

async function customerNames(tx: Tx, posts: readonly Post[]): Promise<Map<string, string | null>> {
  const ids = new Set(posts.filter((post) => !isAgentPost(post)).map((post) => post.actor.id));
  const customers = ids.size === 0 ? new Map() : await readCustomers(tx, [...ids]);
  return new Map([...customers.values()].map((customer) => [customer.id, customer.name]));
}
