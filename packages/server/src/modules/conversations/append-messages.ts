import { maximumMessageLength, publicSystemLines } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import { isAside } from './aside.ts';
import type { ConversationRecord, MessageDraft, MessageRecord } from './conversation.ts';

const previewLength = 140;

/** A conversation with its new entries, before both are saved. */
export interface Appended {
  conversation: ConversationRecord;
  messages: MessageRecord[];
}

/** Whether the customer sees it. */
function isPublic(draft: MessageDraft): boolean {
  if (draft.kind === 'note') return false;
  return draft.kind === 'text' || (draft.system != null && publicSystemLines.includes(draft.system.key));
}

/**
 * Gives drafts their places at the end of a thread, and moves along what the conversation says of itself: the preview, who waits
 * since when, the last activity. Pure; the conversation must be locked until both are saved.
 */
export function placeMessages(
  before: ConversationRecord,
  drafts: readonly MessageDraft[],
  now: Date,
): Appended {
  let conversation = before;
  const messages = drafts.map((draft): MessageRecord => {
    const seq = conversation.lastSeq + 1;
    const seen = isPublic(draft);
    const publicSeq = seen ? conversation.lastPublicSeq + 1 : null;
    conversation = {
      ...conversation,
      lastSeq: seq,
      lastPublicSeq: publicSeq ?? conversation.lastPublicSeq,
      lastActivityAt: now,
      ...afterText(conversation, draft, seq, publicSeq, now),
    };
    return {
      id: draft.id ?? newId(),
      conversationId: before.id,
      seq,
      publicSeq,
      kind: draft.kind,
      author: draft.author,
      text: draft.text,
      system: draft.system ?? null,
      attachmentIds: draft.attachmentIds ?? [],
      mentions: draft.mentions ?? [],
      quickReplies: draft.quickReplies ?? [],
      translatedFrom: draft.translatedFrom ?? null,
      publicOn: draft.publicOn ?? null,
      sources: draft.sources ?? [],
      copies: draft.copies ?? null,
      clientKey: draft.clientKey ?? null,
      createdAt: now,
      delivery: draft.delivery ?? null,
    };
  });
  return { conversation, messages };
}

/** What somebody's own words change; system lines change nothing more. */
function afterText(
  conversation: ConversationRecord,
  draft: MessageDraft,
  seq: number,
  publicSeq: number | null,
  now: Date,
): Partial<ConversationRecord> {
  const { type } = draft.author;
  if (draft.kind === 'system' || type === 'system') return {};
  // A note is not for the customer, whose list shows the same preview.
  if (draft.kind === 'note') return {};
  const preview = { text: previewOf(draft.text), author: type };
  if (type === 'customer') {
    // Who writes has read what stood there.
    const read = publicSeq ?? conversation.customerReadSeq;
    return {
      preview,
      waitingSince: conversation.waitingSince ?? now,
      customerReadSeq: read,
      customerDeliveredSeq: read,
    };
  }
  if (isAside(draft)) {
    // Whoever waits goes on waiting, and their words stand for the thread.
    if (conversation.waitingSince !== null) return {};
    const read = conversation.agentReadPublicSeq >= conversation.lastPublicSeq;
    return {
      preview,
      ...(read && publicSeq !== null && { agentReadSeq: seq, agentReadPublicSeq: publicSeq }),
    };
  }
  // Where people are to answer, the bot's words are no answer.
  if (type === 'bot' && conversation.state !== 'bot') return { preview };
  return {
    preview,
    waitingSince: null,
    expectedMinutes: null,
    agentReadSeq: seq,
    agentReadPublicSeq: publicSeq ?? conversation.agentReadPublicSeq,
  };
}

/** The beginning of a text; a mark of the shield is whole or not in it. */
const previewOf = (text: string): string =>
  text.length <= previewLength
    ? text
    : text.slice(0, previewLength).replace(/\[\[(?:(?!\]\])[\w:\]])*$/, '…');

/** Text as it may be kept: PostgreSQL takes no NUL, JSON no half of a surrogate pair, and blank ends say nothing. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim();
}

/** Whether a cleaned text is within the limit; counted in UTF-16 units, as the composer counts. */
export function isTooLong(text: string): boolean {
  return text.length > maximumMessageLength;
}
