import type {
  Attachment,
  Conversation,
  CustomerConversation,
  CustomerMessage,
  CustomerSummary,
  Locale,
  Message,
} from '@fairlead/contract';
import type { AgentCard } from '../people/index.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { sayMarks } from './shield/shield-words.ts';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** A conversation for agents. */
export function presentConversation(record: ConversationRecord, customer: CustomerSummary): Conversation {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state: record.state,
    channel: record.channel,
    inboxId: record.inboxId,
    topic: record.topic,
    language: record.language,
    locale: record.locale,
    customer,
    teamId: record.teamId,
    assigneeId: record.assigneeId,
    accepted: record.accepted,
    priority: record.priority,
    lastSeq: record.lastSeq,
    preview: record.preview,
    waitingSince: iso(record.waitingSince),
    agentReadSeq: record.agentReadSeq,
    customerDeliveredSeq: record.customerDeliveredSeq,
    customerReadSeq: record.customerReadSeq,
    closeReason: record.closeReason,
    previousConversationId: record.previousId,
    createdAt: record.createdAt.toISOString(),
    lastActivityAt: record.lastActivityAt.toISOString(),
    closedAt: iso(record.closedAt),
  };
}

/** A message for agents. */
export function presentMessage(record: MessageRecord, attachments: ReadonlyMap<string, Attachment>): Message {
  return {
    id: record.id,
    conversationId: record.conversationId,
    seq: record.seq,
    publicSeq: record.publicSeq,
    kind: record.kind,
    author: record.author,
    text: record.text,
    system: record.system,
    attachments: record.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    mentions: [...record.mentions],
    quickReplies: [...record.quickReplies],
    translatedFrom: record.translatedFrom,
    publicOn: record.publicOn,
    sources: [...record.sources],
    letter: record.copies,
    createdAt: record.createdAt.toISOString(),
    delivery: record.delivery,
  };
}

/** A conversation for its customer. */
export function presentToCustomer(record: ConversationRecord, agent: AgentCard | null): CustomerConversation {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state: record.state,
    topic: record.topic,
    agent: record.accepted ? agent : null,
    expectedMinutes: record.expectedMinutes,
    lastSeq: record.lastPublicSeq,
    preview: record.preview && {
      text: sayMarks(record.preview.text, record.locale),
      mine: record.preview.author === 'customer',
    },
    agentReadSeq: record.agentReadPublicSeq,
    deliveredSeq: record.customerDeliveredSeq,
    readSeq: record.customerReadSeq,
    previousConversationId: record.previousId,
    createdAt: record.createdAt.toISOString(),
    lastActivityAt: record.lastActivityAt.toISOString(),
    closedAt: iso(record.closedAt),
  };
}

/** A message for its customer, or null when it is not for them. */
export function presentMessageToCustomer(
  record: MessageRecord,
  attachments: ReadonlyMap<string, Attachment>,
  locale: Locale,
): CustomerMessage | null {
  if (record.publicSeq === null || record.kind === 'note') return null;
  return {
    id: record.id,
    conversationId: record.conversationId,
    seq: record.publicSeq,
    kind: record.kind,
    author: record.author,
    text: sayMarks(record.text, locale),
    system: record.system,
    attachments: record.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    quickReplies: [...record.quickReplies],
    translatedFrom: record.translatedFrom,
    publicOn: record.publicOn,
    sources: [...record.sources],
    createdAt: record.createdAt.toISOString(),
    delivery: record.delivery && { state: record.delivery.state },
  };
}
