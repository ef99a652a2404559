import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { readCustomers } from '../people/index.ts';
import { claimAttachments } from './attachments/attachment-store.ts';
import { type Change, changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft, MessageRecord } from './conversation.ts';
import { lockConversations } from './conversation-store.ts';
import { decidePost, isAgentPost, mayPost, type Post, type Posted } from './decide-post.ts';
import { findByClientKeys, readMessages } from './message-store.ts';
import { presentRepeated } from './present-repeated.ts';

/**
 * Writes messages, several in one commit: those that arrive while a commit is under way share the next one. A disk flush costs the
 * same for one message as for a hundred, so throughput grows with load while a lone message waits for nobody.
 */
export interface MessageWriter {
  /** Settles after commit: with what was written (or had been, under the same key), or with the refusal. */
  post(post: Post): Promise<Posted>;
}

/** Two commits under way keep the disk busy while the next batch is prepared; more only make batches smaller. */
const inFlight = 2;
/** So that one batch never takes everything that waits, and the next is prepared while it is committed. */
const largestBatch = 64;

interface Waiting {
  post: Post;
  resolve: (posted: Posted) => void;
  reject: (error: unknown) => void;
}

export function createMessageWriter(platform: Platform): MessageWriter {
  let waiting: Waiting[] = [];
  // Conversations of the commits under way: their next messages wait, so that nobody's messages overtake each other.
  const busy = new Set<string>();
  let running = 0;

  function pump() {
    while (running < inFlight) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      running++;
      const ids = new Set(batch.map((it) => it.post.conversationId));
      for (const id of ids) busy.add(id);
      void writeBatch(batch).finally(() => {
        running--;
        for (const id of ids) busy.delete(id);
        pump();
      });
    }
  }

  /** The oldest waiting messages of conversations that no commit under way holds. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const item of waiting) {
      if (batch.length < largestBatch && !busy.has(item.post.conversationId)) batch.push(item);
      else left.push(item);
    }
    waiting = left;
    return batch;
  }

  async function writeBatch(batch: Waiting[]) {
    platform.metrics.commitBatch.observe(batch.length);
    try {
      const outcomes = await platform.database.write((tx) =>
        writePosts(
          tx,
          platform,
          batch.map((it) => it.post),
        ),
      );
      batch.forEach((item, index) => {
        const outcome = outcomes[index];
        if (outcome instanceof Failure) item.reject(outcome);
        else if (outcome) item.resolve(outcome);
      });
    } catch (error) {
      // One message that the database refuses must not take the others with it.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const item of batch) await writeBatch([item]);
    }
  }

  return {
    post: (post) =>
      new Promise((resolve, reject) => {
        waiting.push({ post, resolve, reject });
        pump();
      }),
  };
}

/** Decides and writes posts in one transaction, those to one conversation in their order. Answers each with its outcome. */
async function writePosts(tx: Tx, platform: Platform, posts: Post[]): Promise<Array<Posted | Failure>> {
  const conversations = await lockConversations(tx, [...new Set(posts.map((it) => it.conversationId))]);
  const repeated = new Map((await findByClientKeys(tx, posts)).map((message) => [placeOf(message), message]));
  const names = await customerNames(tx, posts);
  const changes = new Map<string, Change & { drafts: MessageDraft[] }>();
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
      });
      if (decision.kind === 'begin_new') {
        outcomes[index] = { kind: 'begin_new', previous: conversation };
        continue;
      }
      await claimAttachments(tx, post.actor, post.attachmentIds, conversation.id);
      changes.set(conversation.id, {
        actor: post.actor,
        before: conversation,
        after: decision.after,
        drafts: [...(earlier?.drafts ?? []), ...decision.drafts],
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      outcomes[index] = error;
    }
  }
  const changed = changes.size === 0 ? [] : await changeConversations(tx, platform, [...changes.values()]);
  const byId = new Map(changed.map((it) => [it.record.id, it]));
  return posts.map((post, index) => {
    const done = byId.get(post.conversationId);
    return outcomes[index] ?? (done ? { kind: 'written', changed: done } : fail('conversation.not_found'));
  });
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
  return (await readInbox(tx, conversation.inboxId))?.reopenHours ?? 0;
}

async function customerNames(tx: Tx, posts: readonly Post[]): Promise<Map<string, string | null>> {
  const ids = new Set(posts.filter((post) => !isAgentPost(post)).map((post) => post.actor.id));
  const customers = ids.size === 0 ? new Map() : await readCustomers(tx, [...ids]);
  return new Map([...customers.values()].map((customer) => [customer.id, customer.name]));
}
