import type { MessageSource, SystemLine, Topic } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { queued } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';
import { isWarned } from './warn-in-thread.ts';

/** What was opened for people. */
interface Opened {
  /** What the customer is told of that. */
  readonly told: string | null;
  /** The name of the warning that the answer is, so that it is not given again; see warnInThread. */
  readonly warns: string | null;
}

/** What the assistant says, and whether people go on. */
export interface BotAnswer {
  readonly text: string;
  readonly quickReplies: readonly string[];
  readonly sources: readonly MessageSource[];
  /** The last entry of the thread when it was made up: where something has been said since, it is no answer any more. */
  readonly seenSeq: number;
  /** Names the answer, so that it is said once. */
  readonly key: string;
  /** What the customer turned out to write, without region. */
  readonly language?: string | undefined;
  /** People go on from here, in a team's queue; the line says why to them. */
  readonly handOver?: {
    readonly line: SystemLine;
    readonly topic: Topic | null;
    readonly teamId: string;
    /** Opens, in the same transaction, what people work on: for the thread as they get it. */
    readonly open?: (thread: ConversationRecord) => Promise<Opened>;
  };
}

/**
 * The assistant answers, for the module above that made the answer up. Only while it has the conversation, and only where nothing was said
 * since: otherwise nothing is written, and the answer is undefined. Of the conversation as it stands then.
 */
export async function answerAsBot(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  answer: BotAnswer,
): Promise<ConversationRecord | undefined> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (before?.state !== 'bot' || before.lastSeq !== answer.seenSeq) return undefined;
  const { text, quickReplies, sources, handOver } = answer;
  const heard = { ...before, language: answer.language ?? before.language };
  const after = handOver
    ? queued(
        { ...heard, topic: handOver.topic ?? heard.topic, teamId: handOver.teamId },
        before.waitingSince ?? tx.now,
      )
    : heard;
  const { told, warns } = (await handOver?.open?.(after)) ?? { told: null, warns: null };
  const named = warns !== null && !(await isWarned(tx, conversationId, warns)) ? warns : null;
  const said: MessageDraft = {
    kind: 'text',
    author: { type: 'bot', id: null, name: null },
    text: cleanText(told === null ? text : `${text}\n\n${told}`),
    quickReplies,
    sources,
    clientKey: `assistant:${answer.key}`,
    delivery: { state: adapterOf(before.channel).capabilities.push ? 'queued' : 'sent', error: null },
  };
  const [changed] = await changeConversations(tx, platform, [
    {
      actor: system('assistant'),
      before,
      after,
      drafts: handOver ? [said, { ...systemLine(handOver.line), clientKey: named }] : [said],
    },
  ]);
  return changed?.record;
}
