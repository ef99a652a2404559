import {
  type Conversation,
  type CustomerConversation,
  type CustomerMessage,
  type Message,
  usualShieldSettings,
} from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { placeMessages } from './append-messages.ts';
import { saveChanges } from './change-store.ts';
import type { ConversationRecord, MessageDraft, MessageRecord } from './conversation.ts';
import { messagePosted, secretsRemoved } from './events.ts';
import { hintChange } from './hints.ts';
import { type KnownPeople, loadPresenter } from './presenter.ts';
import { readShieldSettings } from './shield/removal-store.ts';
import { removalsOf } from './shield/removals-of.ts';
import { maybeSealed } from './shield/sealing-rules.ts';
import { type RemovedFromDraft, shieldDrafts } from './shield/shield-drafts.ts';
import { factsOf, isQueuedAnew } from './standing.ts';

/** What a use case decided on one conversation. */
export interface Change {
  readonly actor: Actor;
  /** As it was locked; null for one that this transaction has just added. */
  readonly before: ConversationRecord | null;
  readonly after: ConversationRecord;
  readonly drafts?: readonly MessageDraft[];
  /** What brought it about besides the actor. */
  readonly cause?: string | undefined;
  /** It was said long ago, and is brought in: nobody is told anything about it. */
  readonly past?: boolean;
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
 * The one way in which conversations change: appends the drafts, saves what was decided, announces the facts, all in one statement,
 * and hints to whoever watches once it is committed. Several changes (each of another conversation) share it. Answers in the order of
 * `changes`. Conversations are to be locked; should one have changed all the same, the transaction is run again.
 */
export async function changeConversations(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'metrics'>,
  changes: readonly Change[],
  known: KnownPeople = {},
): Promise<Changed[]> {
  const outcomes = await changeUnlocked(tx, platform, changes, known);
  return outcomes.map((changed) => {
    if (!changed) throw new ChangedMeanwhile();
    return changed;
  });
}

/**
 * The same for conversations that were read and not locked: undefined for each that somebody else has changed since, of which nothing
 * was written. Its statement is the last one, for Database.writeOnce.
 */
export async function changeUnlocked(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'metrics'>,
  changes: readonly Change[],
  known: KnownPeople = {},
): Promise<Array<Changed | undefined>> {
  if (changes.length === 0) return [];
  const placed = changes.map((change) => {
    const { after, past = false } = change;
    // The one door: nothing that a customer wrote gets further with a secret in it.
    const { drafts, removed } = shieldDrafts(change.drafts ?? [], {
      locale: after.locale,
      pushed: () => adapterOf(after.channel).capabilities.push,
      past,
    });
    return { change, past, removed, ...placeMessages(nextVersion(change), drafts, tx.now) };
  });
  const conversations = placed.map((it) => it.conversation);
  const messages = placed.flatMap((it) => it.messages);
  const presenter = await loadPresenter(tx, platform.keys, conversations, messages, known);
  const settings = placed.some((it) => it.removed.some(({ kind }) => maybeSealed(kind)))
    ? (await readShieldSettings(tx)).settings
    : usualShieldSettings;
  const saved = await saveChanges(tx, {
    conversations,
    messages,
    removals: placed.flatMap((it) => removalsOf(it, settings, platform.keys, tx.now)),
    announcements: placed.flatMap((it) => {
      const { actor, before, cause } = it.change;
      const by = { actor, ...(cause ? { cause } : {}) };
      return [
        ...factsOf(before, it.conversation).map((fact) => ({
          ...fact,
          ...by,
          subjectId: it.conversation.id,
        })),
        ...it.messages.map((record) => ({ ...posted(record), ...by })),
        ...(it.past ? [] : removedFrom(it.messages, it.removed).map((fact) => ({ ...fact, ...by }))),
      ];
    }),
  });
  return placed.map(({ change, removed, conversation, messages: records }) => {
    if (!saved.has(conversation.id)) return undefined;
    for (const { kind } of removed)
      platform.metrics.secretsRemoved.inc({ kind, channel: conversation.channel });
    const changed = presenter.present(conversation, records);
    hintChange(tx, platform.live, change.before, changed);
    for (const { author } of records) platform.metrics.messages.inc({ author: author.type });
    return changed;
  });
}

function nextVersion({ before, after }: Change): ConversationRecord {
  const anew = before !== null && isQueuedAnew(before, after);
  // Whoever waits anew is told anew what to expect.
  return { ...after, version: after.version + 1, ...(anew && { expectationTold: false }) };
}

/** PostgreSQL's code for it makes the database run the transaction again. */
class ChangedMeanwhile extends Error {
  readonly code = '40001';
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

function posted(record: MessageRecord): Omit<Announcement, 'actor'> {
  return {
    event: messagePosted,
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

/** By message, what kinds of secrets were taken out of it. */
function removedFrom(
  messages: readonly MessageRecord[],
  removed: readonly RemovedFromDraft[],
): Array<Omit<Announcement, 'actor'>> {
  return messages.flatMap((message, index) => {
    const kinds = removed.flatMap((it) => (it.draft === index ? [it.kind] : []));
    if (kinds.length === 0) return [];
    const payload = { messageId: message.id, seq: message.seq, kinds: [...new Set(kinds)] };
    return [{ event: secretsRemoved, subjectId: message.conversationId, payload }];
  });
}
