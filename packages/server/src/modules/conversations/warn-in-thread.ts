import type { MessageSource, SystemLine, Topic } from '@fairlead/contract';
import type { SystemActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { queued } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';
import { systemLine } from './system-line.ts';

/** Whose matter it is. */
interface People {
  readonly teamId: string;
  readonly topic: Topic;
}

/** What a customer is told whose money, account or life is in danger, and who goes on. */
export interface ThreadWarning {
  readonly actor: SystemActor;
  /** Null where it is not for this place: then only agents are told. */
  readonly said: { readonly text: string; readonly sources: readonly MessageSource[] } | null;
  /** Why, for agents. */
  readonly line: { readonly key: SystemLine; readonly when: 'always' | 'moved' };
  /** Names the warning, so that it is given once. */
  readonly once: string;
  /** Null where it is nobody's in particular. */
  readonly people: People | null;
}

/** The conversation goes to people, unless an agent has it: from the assistant, or from the queue of a team whose matter it is not. Null where it stays. Pure. */
export function toPeople(
  before: ConversationRecord,
  { teamId, topic }: People,
  now: Date,
): ConversationRecord | null {
  const waits = before.state === 'bot' || (before.state === 'queued' && before.teamId !== teamId);
  return waits ? queued({ ...before, teamId, topic }, before.waitingSince ?? now) : null;
}

/** Whether a warning by this name has been given in the thread. */
export async function isWarned(reader: Reader, conversationId: string, once: string): Promise<boolean> {
  return (await findByClientKeys(reader, [{ conversationId, clientKey: once }])).length > 0;
}

/**
 * Tells a customer what to do about a danger, in the thread and voice of the assistant whoever has it, and brings people in. For the modules above, which know what is to be
 * done. Answers the conversation as it is then; undefined where it is gone.
 */
export async function warnInThread(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  { actor, said, line, once, people }: ThreadWarning,
): Promise<ConversationRecord | undefined> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return undefined;
  if (await isWarned(tx, conversationId, once)) return before;
  const moved = people && toPeople(before, people, tx.now);
  const drafts: MessageDraft[] = [];
  if (said)
    drafts.push({
      kind: 'text',
      author: { type: 'bot', id: null, name: null },
      text: cleanText(said.text),
      sources: said.sources,
      delivery: { state: adapterOf(before.channel).capabilities.push ? 'queued' : 'sent', error: null },
    });
  if (moved || line.when === 'always') drafts.push(systemLine(line.key));
  const [first, ...others] = drafts;
  if (!first) return before;
  const [changed] = await changeConversations(tx, platform, [
    { actor, before, after: moved ?? before, drafts: [{ ...first, clientKey: once }, ...others] },
  ]);
  return changed?.record;
}
