import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readCustomers } from '../people/index.ts';
import { changeUnlocked } from './change-conversations.ts';
import type { ConversationRecord } from './conversation.ts';
import { findConversations } from './conversation-store.ts';
import {
  decidePost,
  isAgentPost,
  mayPost,
  type Post,
  type PostChanges,
  type Posted,
  putBehind,
} from './decide-post.ts';

type Outcome = Posted | Failure | undefined;

/**
 * The short way of most messages: those that need nothing but their conversation and its customer. Both are read, not locked, and all
 * is written by one statement that leaves alone what has changed since. Undefined for each post that is to go by `writePosts`: those
 * that need more, those whose conversation has changed meanwhile, and all when the database refuses (a key used before).
 */
export async function writePlain(platform: Platform, posts: readonly Post[]): Promise<Outcome[]> {
  const { database, log } = platform;
  try {
    return await database.writeOnce(async (tx) => {
      const [conversations, customers] = await Promise.all([
        findConversations(tx, [...new Set(posts.map((it) => it.conversationId))]),
        readCustomers(tx, [...new Set(posts.flatMap((it) => (isAgentPost(it) ? [] : it.actor.id)))]),
      ]);
      const { outcomes, changes } = decidePlain(posts, {
        conversations,
        now: tx.now,
        nameOf: (id) => customers.get(id)?.name ?? null,
      });
      const changed = await changeUnlocked(tx, platform, [...changes.values()], { customers });
      const written = new Map(changed.flatMap((it) => (it ? [[it.record.id, it]] : [])));
      return posts.map((post, index): Outcome => {
        const done = changes.has(post.conversationId) ? written.get(post.conversationId) : undefined;
        return outcomes[index] ?? (done && { kind: 'written', changed: done });
      });
    });
  } catch (error) {
    log.debug({ err: error, posts: posts.length }, 'messages go the careful way');
    return posts.map(() => undefined);
  }
}

interface Given {
  conversations: ReadonlyMap<string, ConversationRecord>;
  now: Date;
  nameOf(customerId: string): string | null;
}

/** Refusals by the place of their post, and what the other posts make of their conversations. */
function decidePlain(posts: readonly Post[], given: Given) {
  const outcomes: Array<Failure | undefined> = posts.map(() => undefined);
  const changes: PostChanges = new Map();
  // One that must go the careful way takes those along that go to the same conversation: none may overtake another.
  const careful = new Set(
    posts.filter((post) => !isPlain(given.conversations.get(post.conversationId), post)).map(placeOf),
  );
  for (const [index, post] of posts.entries()) {
    const conversation = given.conversations.get(post.conversationId);
    if (!conversation || careful.has(placeOf(post))) continue;
    const earlier = changes.get(conversation.id);
    try {
      const decision = decidePost(earlier?.after ?? conversation, post, {
        now: given.now,
        customerName: given.nameOf(post.actor.id),
        later: earlier?.drafts ?? [],
        reopenHours: 0,
      });
      if (decision.kind === 'begin_new') continue;
      putBehind(changes, conversation, post, decision);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      outcomes[index] = error;
    }
  }
  return { outcomes, changes };
}

const placeOf = (post: Post) => post.conversationId;

/** Whether nothing beside the conversation and its customer decides what becomes of the post. */
function isPlain(conversation: ConversationRecord | undefined, post: Post): boolean {
  if (!conversation || conversation.state === 'closed' || !mayPost(conversation, post)) return false;
  if (post.attachmentIds.length > 0) return false;
  return !isAgentPost(post) || (post.macros.length === 0 && post.seenSeq >= conversation.lastSeq);
}
