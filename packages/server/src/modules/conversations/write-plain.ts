import type { CustomerSummary } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AgentCard, readAgentCards, readCustomers } from '../people/index.ts';
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
import type { LatelyKnownTable } from './lately-known.ts';

type Outcome = Posted | Failure | undefined;

/**
 * The short way of most messages: those that need nothing but their conversation and its customer. Both are read, or known from the
 * last message, and not locked; all is written by one statement that leaves alone what has changed since. Undefined for each post that is
 * to go by `writePosts`: those that need more, those whose conversation has changed meanwhile, and all when the database refuses (a key
 * used before).
 */
export async function writePlain(
  platform: Platform,
  posts: readonly Post[],
  lately: LatelyKnownTable,
): Promise<Outcome[]> {
  const { database, log } = platform;
  try {
    return await database.writeOnce(async (tx) => {
      const given = await readGiven(tx, posts, lately);
      const { outcomes, changes } = decidePlain(posts, given);
      const changed = await changeUnlocked(tx, platform, [...changes.values()], given);
      const written = new Map(changed.flatMap((it) => (it ? [[it.record.id, it]] : [])));
      for (const id of given.conversations.keys()) {
        const done = written.get(id);
        const customer = done && given.customers.get(done.record.customerId);
        const assignee = given.agents.get(done?.record.assigneeId ?? '') ?? null;
        if (customer) lately.remember(done.record, { customer, assignee });
        else lately.forget(id);
      }
      return posts.map((post, index): Outcome => {
        const done = changes.has(post.conversationId) ? written.get(post.conversationId) : undefined;
        return outcomes[index] ?? (done && { kind: 'written', changed: done });
      });
    });
  } catch (error) {
    for (const { conversationId } of posts) lately.forget(conversationId);
    log.debug({ err: error, posts: posts.length }, 'messages go the careful way');
    return posts.map(() => undefined);
  }
}

interface Given {
  readonly conversations: ReadonlyMap<string, ConversationRecord>;
  /** Of the conversations, which of them were not read now: nobody is refused anything for what they say. */
  readonly remembered: ReadonlySet<string>;
  readonly customers: ReadonlyMap<string, CustomerSummary>;
  /** Those who hold the conversations. */
  readonly agents: ReadonlyMap<string, AgentCard>;
  readonly now: Date;
}

/** Reads what is not known. */
async function readGiven(reader: Reader, posts: readonly Post[], lately: LatelyKnownTable): Promise<Given> {
  const conversations = new Map<string, ConversationRecord>();
  const customers = new Map<string, CustomerSummary>();
  const agents = new Map<string, AgentCard>();
  for (const { conversationId } of posts) {
    const known = lately.find(conversationId);
    if (!known) continue;
    conversations.set(conversationId, known.conversation);
    if (!known.people) continue;
    const { customer, assignee } = known.people;
    customers.set(customer.id, customer);
    if (assignee && known.conversation.assigneeId) agents.set(known.conversation.assigneeId, assignee);
  }
  const remembered = new Set(conversations.keys());
  const unread = posts.map((it) => it.conversationId).filter((id) => !remembered.has(id));
  if (unread.length > 0) {
    for (const [id, record] of await findConversations(reader, [...new Set(unread)]))
      conversations.set(id, record);
  }
  const strangers = [...conversations.values()].map((it) => it.customerId).filter((id) => !customers.has(id));
  if (strangers.length > 0) {
    for (const [id, customer] of await readCustomers(reader, [...new Set(strangers)]))
      customers.set(id, customer);
  }
  const holders = [...conversations.values()].flatMap((it) => it.assigneeId ?? []);
  const unnamed = [...new Set(holders)].filter((id) => !agents.has(id));
  for (const [id, card] of await readAgentCards(reader, unnamed)) agents.set(id, card);
  return { conversations, remembered, customers, agents, now: reader.now };
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
        customerName: given.customers.get(post.actor.id)?.name ?? null,
        later: earlier?.drafts ?? [],
        reopenHours: 0,
        translatedFrom: null,
      });
      if (decision.kind === 'begin_new') continue;
      putBehind(changes, conversation, post, decision);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (given.remembered.has(conversation.id)) {
        careful.add(conversation.id);
        changes.delete(conversation.id);
      } else outcomes[index] = error;
    }
  }
  return { outcomes, changes };
}

const placeOf = (post: Post) => post.conversationId;

/** Whether nothing beside the conversation and its customer decides what becomes of the post. */
function isPlain(conversation: ConversationRecord | undefined, post: Post): boolean {
  if (!conversation || conversation.state === 'closed' || !mayPost(conversation, post)) return false;
  if (post.attachmentIds.length > 0) return false;
  return (
    !isAgentPost(post) ||
    (post.macros.length === 0 && !post.translation && post.seenSeq >= conversation.lastSeq)
  );
}
