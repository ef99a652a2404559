import type { Locale, Topic } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { assistantBegins, type Inbox, teamForTopic } from '../channels/index.ts';
import { claimAttachments } from './attachments/attachment-store.ts';
import { type Change, type Changed, changeConversations } from './change-conversations.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { insertConversations } from './conversation-store.ts';
import { detectLanguage } from './detect-language.ts';
import type { KnownPeople } from './presenter.ts';
import { systemLine } from './system-line.ts';

/** What begins a conversation. */
export interface Start extends Pick<MessageDraft, 'anyway' | 'removed'> {
  readonly inbox: Inbox;
  readonly customerName: string | null;
  readonly clientKey: string;
  readonly text: string;
  readonly attachmentIds: readonly string[];
  readonly topic: Topic | null;
  readonly locale: Locale;
  /** The closed conversation that this one goes on from. */
  readonly previous: ConversationRecord | null;
  /** Everybody reads it. */
  readonly inPublic?: boolean;
}

/** Begins a conversation with the customer's first message. It waits for an agent from then on, or the assistant answers first. */
export async function startConversation(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  start: Start,
): Promise<Changed> {
  const [changed] = await startConversations(tx, platform, [{ actor, start }]);
  if (!changed) throw new Error('nothing was started');
  return changed;
}

/** The same for several, in their order. */
export async function startConversations(
  tx: Tx,
  platform: Platform,
  starts: ReadonlyArray<{ readonly actor: CustomerActor; readonly start: Start }>,
  known: KnownPeople = {},
): Promise<Changed[]> {
  const records = await insertConversations(
    tx,
    starts.map(({ actor, start }) => ({
      record: recordOf(tx.now, platform, actor, start),
      startKey: start.clientKey,
    })),
  );
  const changes: Change[] = [];
  for (const [index, { actor, start }] of starts.entries()) {
    const after = records[index];
    if (!after) throw new Error('a conversation was not added');
    if (start.attachmentIds.length > 0) await claimAttachments(tx, actor, start.attachmentIds, after.id);
    const { previous } = start;
    const link = previous ? [systemLine('continues', { number: previous.number })] : [];
    changes.push({ actor, before: null, after, drafts: [...link, firstOf(actor, start)] });
  }
  return changeConversations(tx, platform, changes, known);
}

function recordOf(now: Date, platform: Platform, actor: CustomerActor, start: Start) {
  const { inbox, previous } = start;
  const topic = start.topic ?? previous?.topic ?? topicOfText(start.text, start.locale);
  return {
    ...blankConversation(now),
    ...(assistantBegins(inbox, start.inPublic === true) && platform.config.ASSISTANT ? withAssistant : {}),
    id: newId(),
    channel: inbox.channel,
    inboxId: inbox.id,
    topic,
    language: detectLanguage(start.text, start.locale),
    locale: start.locale,
    customerId: actor.id,
    teamId: previous?.teamId ?? teamForTopic(inbox, topic),
    previousId: previous?.id ?? null,
  };
}

const firstOf = (actor: CustomerActor, start: Start): MessageDraft => ({
  kind: 'text',
  author: { type: 'customer', id: actor.id, name: start.customerName },
  text: start.text,
  attachmentIds: start.attachmentIds,
  clientKey: start.clientKey,
  anyway: start.anyway ?? false,
  removed: start.removed ?? [],
  publicOn: start.inPublic ? start.inbox.channel : null,
});

/** The assistant answers first: nobody else is waited for. */
const withAssistant = { state: 'bot' as const, queuedAt: null };

/** A conversation that has just begun and waits for an agent. */
export const blankConversation = (now: Date) => ({
  state: 'queued' as const,
  assigneeId: null,
  accepted: false,
  offeredAt: null,
  queuedAt: now,
  declinedBy: null,
  declinedAt: null,
  priority: 0,
  lastSeq: 0,
  lastPublicSeq: 0,
  preview: null,
  waitingSince: null,
  expectedMinutes: null,
  expectationTold: false,
  agentReadSeq: 0,
  agentReadPublicSeq: 0,
  customerDeliveredSeq: 0,
  customerReadSeq: 0,
  closeReason: null,
  createdAt: now,
  lastActivityAt: now,
  closedAt: null,
});
