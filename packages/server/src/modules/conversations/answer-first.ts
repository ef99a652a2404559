import type { MessageSource } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import { decideAnsweredFirst } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { readMessages } from './message-store.ts';

/** What the assistant answers where people answer otherwise. */
export interface FirstAnswer {
  readonly text: string;
  readonly sources: readonly MessageSource[];
  /** The message that it answers: where anybody has written since, it is no answer any more. */
  readonly seenSeq: number;
  /** Names the answer, so that it is said once. */
  readonly key: string;
}

/**
 * The assistant answers what a conversation of a channel of people began with, and it is done with: what its customer writes next opens it again, for
 * people. For the module above that made the answer up. False, with nothing written, where somebody has taken it up or written meanwhile.
 */
export async function answerFirst(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  { text, sources, seenSeq, key }: FirstAnswer,
): Promise<boolean> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  const after = before && decideAnsweredFirst(before, tx.now);
  if (!before || !after) return false;
  const later = await readMessages(tx, conversationId, { after: seenSeq, limit: 20 }, 'everything');
  if (later.some((it) => it.kind === 'text')) return false;
  const state = adapterOf(before.channel).capabilities.push ? ('queued' as const) : ('sent' as const);
  await changeConversations(tx, platform, [
    {
      actor: system('assistant'),
      before,
      after,
      drafts: [
        {
          kind: 'text',
          author: { type: 'bot', id: null, name: null },
          text: cleanText(text),
          sources,
          clientKey: `assistant:${key}`,
          delivery: { state, error: null },
        },
      ],
    },
  ]);
  return true;
}
