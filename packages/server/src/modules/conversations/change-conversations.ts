import type { Conversation, CustomerConversation, CustomerMessage, Message } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Announcement, announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { appendMessages, placeMessages } from './append-messages.ts';
import type { ConversationRecord, MessageDraft, MessageRecord } from './conversation.ts';
import { saveConversations } from './conversation-store.ts';
import { messagePosted } from './events.ts';
import { hintChange } from './hints.ts';
import { loadPresenter } from './presenter.ts';
import { factsOf } from './standing.ts';

/** What a use case decided on one conversation. */
export interface Change {
  readonly actor: Actor;
  /** As it was locked; null for one that this transaction has just added. */
  readonly before: ConversationRecord | null;
  readonly after: ConversationRecord;
  readonly drafts?: readonly MessageDraft[];
}

/** The same, done, and as each side sees it. */
export interface Changed {
  readonly record: ConversationRecord;
  readonly records: readonly MessageRecord[];
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly customerConversation: CustomerConversation;
  readonly customerMessages: readonly CustomerMessage[];
}

/**
 * The one way in which conversations change: appends the drafts, saves what was decided, announces the facts in the same
 * transaction, and hints to whoever watches once it is committed. Several changes (each of another conversation) share their
 * statements. Answers in the order of `changes`.
 */
export async function changeConversations(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'metrics'>,
  changes: readonly Change[],
): Promise<Changed[]> {
  const placed = changes.map((change) => placeMessages(change.after, change.drafts ?? [], tx.now));
  const messages = placed.flatMap((it) => it.messages);
  await appendMessages(tx, messages);
  const saved = await saveConversations(
    tx,
    placed.map((it) => it.conversation),
  );
  await announceAll(
    tx,
    changes.flatMap((change, index): Announcement[] => {
      const { messages: records = [], conversation } = placed[index] ?? {};
      if (!conversation) return [];
      return [
        ...factsOf(change.before, conversation).map((fact) => ({
          ...fact,
          actor: change.actor,
          subjectId: conversation.id,
        })),
        ...records.map((record) => posted(record, change.actor)),
      ];
    }),
  );
  const presenter = await loadPresenter(tx, platform.keys, saved, messages);
  return saved.map((record, index) => {
    const records = placed[index]?.messages ?? [];
    const changed = presenter.present(record, records);
    hintChange(tx, platform.live, changes[index]?.before ?? null, changed);
    for (const { author } of records) platform.metrics.messages.inc({ author: author.type });
    return changed;
  });
}

/** One change; see changeConversations. With nothing decided (`after` is null) nothing is written and nobody is told. */
export async function changeConversation(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'metrics'>,
  decided: Omit<Change, 'before' | 'after'> & {
    before: ConversationRecord;
    after: ConversationRecord | null;
  },
): Promise<Changed> {
  const { after, before } = decided;
  if (!after) return (await loadPresenter(tx, platform.keys, [before], [])).present(before, []);
  const change: Change = { ...decided, after };
  const [changed] = await changeConversations(tx, platform, [change]);
  if (!changed) throw new Error('nothing was changed');
  return changed;
}

function posted(record: MessageRecord, actor: Actor): Announcement {
  return {
    event: messagePosted,
    actor,
    subjectId: record.conversationId,
    payload: {
      messageId: record.id,
      seq: record.seq,
      kind: record.kind,
      author: record.author.type,
      outbound: record.delivery?.state === 'queued',
    },
  };
}
