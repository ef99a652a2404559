import type { Locale, Topic } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { assistantBegins, type Inbox, teamForTopic } from '../channels/index.ts';
import { claimAttachments } from './attachments/attachment-store.ts';
import { type Changed, changeConversations } from './change-conversations.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { insertConversation } from './conversation-store.ts';
import { detectLanguage } from './detect-language.ts';
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
  const { previous } = start;
  const topic = start.topic ?? previous?.topic ?? topicOfText(start.text, start.locale);
  const record = await insertConversation(
    tx,
    {
      ...blankConversation(tx.now),
      ...(assistantBegins(start.inbox, start.inPublic === true) && platform.config.ASSISTANT
        ? withAssistant
        : {}),
      id: newId(),
      channel: start.inbox.channel,
      inboxId: start.inbox.id,
      topic,
      language: detectLanguage(start.text, start.locale),
      locale: start.locale,
      customerId: actor.id,
      teamId: previous?.teamId ?? teamForTopic(start.inbox, topic),
      previousId: previous?.id ?? null,
    },
    start.clientKey,
  );
  await claimAttachments(tx, actor, start.attachmentIds, record.id);
  const text: MessageDraft = {
    kind: 'text',
    author: { type: 'customer', id: actor.id, name: start.customerName },
    text: start.text,
    attachmentIds: start.attachmentIds,
    clientKey: start.clientKey,
    anyway: start.anyway ?? false,
    removed: start.removed ?? [],
  };
  const link = previous ? [systemLine('continues', { number: previous.number })] : [];
  const [changed] = await changeConversations(tx, platform, [
    { actor, before: null, after: record, drafts: [...link, text] },
  ]);
  if (!changed) throw new Error('nothing was started');
  return changed;
}

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
  agentReadSeq: 0,
  agentReadPublicSeq: 0,
  customerDeliveredSeq: 0,
  customerReadSeq: 0,
  closeReason: null,
  createdAt: now,
  lastActivityAt: now,
  closedAt: null,
});
