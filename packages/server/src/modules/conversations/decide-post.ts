import {
  type Channel,
  type LetterCopies,
  type Locale,
  maximumMessageLength,
  type UsedMacro,
  type UsedTranslation,
} from '@fairlead/contract';
import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import { isTooLong } from './append-messages.ts';
import type { Change, Changed } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { decideTake, destinationOf, maySee, movedOnBy, queued, type Scope } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

interface PostBase {
  readonly conversationId: string;
  /** The author and the key their client chose. */
  readonly clientKey: string;
  /** Cleaned; see cleanText. */
  readonly text: string;
  readonly attachmentIds: readonly string[];
  /** The platform on which everybody reads it, if any. */
  readonly publicOn?: Channel | null;
}

interface CustomerPost extends PostBase, Pick<MessageDraft, 'anyway' | 'removed'> {
  readonly actor: CustomerActor;
}

export interface AgentPost extends PostBase {
  readonly actor: AgentActor;
  readonly agentName: string;
  readonly scope: Scope;
  readonly kind: 'text' | 'note';
  readonly mentions: readonly string[];
  readonly quickReplies: readonly string[];
  readonly macros: readonly UsedMacro[];
  /** Of a reply that is a translation. */
  readonly translation?: UsedTranslation | undefined;
  /** Of a letter: who gets a copy; null where nobody does. */
  readonly copies: LetterCopies | null;
  /** The last message on the agent's screen when they began to write. */
  readonly seenSeq: number;
  /** They were shown what came after and send all the same. */
  readonly confirmed: boolean;
  /** How a message leaves on this channel: waiting for its adapter, or there for the customer to fetch. */
  readonly delivery: 'queued' | 'sent';
}

export type Post = CustomerPost | AgentPost;

export const isAgentPost = (post: Post): post is AgentPost => post.actor.type === 'agent';

/** Whether the conversation is within the writer's reach at all. */
export function mayPost(conversation: ConversationRecord, post: Post): boolean {
  return isAgentPost(post) ? maySee(post.scope, conversation) : conversation.customerId === post.actor.id;
}

/** What became of a post: written (now or before), or it belongs into a new conversation. */
export type Posted =
  | { kind: 'written'; changed: Changed }
  | { kind: 'begin_new'; previous: ConversationRecord };

/** What a decision needs beside the conversation and the post. */
export interface Circumstances {
  readonly now: Date;
  readonly customerName: string | null;
  /** What stands in the thread after what the agent had on screen. */
  readonly later: ReadonlyArray<Pick<MessageDraft, 'kind' | 'author' | 'clientKey'>>;
  readonly reopenHours: number;
  /** Of a reply whose reader is told that it is a translation. */
  readonly translatedFrom: Locale | null;
}

/** What posts that are decided one after the other make of their conversations. */
export type PostChanges = Map<string, Change & { drafts: MessageDraft[] }>;

/** Puts what was decided on a post behind what was decided on those before it. */
export function putBehind(
  changes: PostChanges,
  before: ConversationRecord,
  post: Post,
  { after, drafts }: { after: ConversationRecord; drafts: readonly MessageDraft[] },
): void {
  const earlier = changes.get(before.id)?.drafts ?? [];
  changes.set(before.id, { actor: post.actor, before, after, drafts: [...earlier, ...drafts] });
}

type Decision = { kind: 'write'; after: ConversationRecord; drafts: MessageDraft[] } | { kind: 'begin_new' };

/** What a post does to a conversation that is locked. Throws the refusal. */
export function decidePost(conversation: ConversationRecord, post: Post, given: Circumstances): Decision {
  if (post.text === '' && post.attachmentIds.length === 0) throw fail('conversation.empty_message');
  if (isTooLong(post.text)) throw fail('conversation.message_too_long', { maximum: maximumMessageLength });
  return isAgentPost(post)
    ? decideAgentPost(conversation, post, given)
    : decideCustomerPost(conversation, post, given);
}

function decideCustomerPost(
  conversation: ConversationRecord,
  post: CustomerPost,
  given: Circumstances,
): Decision {
  const destination = destinationOf(conversation, given.reopenHours, given.now);
  if (destination === 'new') return { kind: 'begin_new' };
  const { anyway = false, removed = [] } = post;
  const author = { type: 'customer' as const, id: post.actor.id, name: given.customerName };
  const text = { ...draftOf(post, 'text', author), anyway, removed };
  if (destination === 'here') return { kind: 'write', after: conversation, drafts: [text] };
  const open = { ...conversation, waitingSince: given.now, closeReason: null, closedAt: null };
  return { kind: 'write', after: queued(open, given.now), drafts: [systemLine('reopened'), text] };
}

function decideAgentPost(conversation: ConversationRecord, post: AgentPost, given: Circumstances): Decision {
  const author = { type: 'agent' as const, id: post.actor.id, name: post.agentName };
  const { mentions, quickReplies, copies } = post;
  if (post.kind === 'note') {
    return { kind: 'write', after: conversation, drafts: [{ ...draftOf(post, 'note', author), mentions }] };
  }
  if (conversation.state === 'closed') throw fail('conversation.closed');
  const unseen = movedOnBy(given.later, post.actor.id);
  if (unseen > 0 && !post.confirmed) throw fail('conversation.moved_on', { count: unseen });
  const delivery = { state: post.delivery, error: null };
  const draft = {
    ...draftOf(post, 'text', author),
    mentions,
    quickReplies,
    copies,
    delivery,
    translatedFrom: given.translatedFrom,
  };
  // Whoever answers a conversation that nobody holds takes it.
  const free =
    conversation.assigneeId === null || (conversation.assigneeId === post.actor.id && !conversation.accepted);
  const taken = free ? decideTake(conversation, post.actor.id, '') : null;
  if (!taken) return { kind: 'write', after: conversation, drafts: [draft] };
  return { kind: 'write', after: taken, drafts: [systemLine('assigned', { agent: post.agentName }), draft] };
}

function draftOf(post: Post, kind: 'text' | 'note', author: MessageDraft['author']): MessageDraft {
  return {
    kind,
    author,
    text: post.text,
    attachmentIds: post.attachmentIds,
    clientKey: post.clientKey,
    publicOn: kind === 'note' ? null : (post.publicOn ?? null),
  };
}
