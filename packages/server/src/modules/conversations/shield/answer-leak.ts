import type { MessageSource, Topic } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../../channels/index.ts';
import { cleanText } from '../append-messages.ts';
import { changeConversations } from '../change-conversations.ts';
import type { ConversationRecord } from '../conversation.ts';
import { queued } from '../conversation-rules.ts';
import { lockConversations } from '../conversation-store.ts';
import { findByClientKeys } from '../message-store.ts';
import { systemLine } from '../system-line.ts';

/** What a customer is told who wrote down a secret, and who goes on. */
export interface LeakAnswer {
  readonly text: string;
  readonly sources: readonly MessageSource[];
  /** Names the answer, so that it is said once. */
  readonly once: string;
  /** Whose matter it is, where people must see it at once. */
  readonly people: { readonly teamId: string; readonly topic: Topic } | null;
}

/** The conversation goes to people, unless an agent has it: from the assistant, or from the queue of a team whose matter it is not. Null where it stays. Pure. */
export function toPeople(
  before: ConversationRecord,
  { teamId, topic }: NonNullable<LeakAnswer['people']>,
  now: Date,
): ConversationRecord | null {
  const waits = before.state === 'bot' || (before.state === 'queued' && before.teamId !== teamId);
  return waits ? queued({ ...before, teamId, topic }, before.waitingSince ?? now) : null;
}

/**
 * Tells a customer what to do about a secret that they wrote down, in the thread and voice of the assistant, and brings people in. For the module above, which knows what
 * is to be done. Answers the conversation as it is then; undefined where it is gone.
 */
export async function answerLeak(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  { text, sources, once, people }: LeakAnswer,
): Promise<ConversationRecord | undefined> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return undefined;
  const clientKey = `leak:${once}`;
  if ((await findByClientKeys(tx, [{ conversationId, clientKey }])).length > 0) return before;
  const moved = people && toPeople(before, people, tx.now);
  const state = adapterOf(before.channel).capabilities.push ? ('queued' as const) : ('sent' as const);
  const [changed] = await changeConversations(tx, platform, [
    {
      actor: system('compliance'),
      before,
      after: moved ?? before,
      drafts: [
        {
          kind: 'text',
          author: { type: 'bot', id: null, name: null },
          text: cleanText(text),
          sources,
          clientKey,
          delivery: { state, error: null },
        },
        ...(moved ? [systemLine('handed_over_secret')] : []),
      ],
    },
  ]);
  return changed?.record;
}
