import { system } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Change, changeConversations } from './change-conversations.ts';
import type { ConversationRecord } from './conversation.ts';
import { decideClose } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { listQuietWithBot } from './kept-by-bot-store.ts';
import { systemLine } from './system-line.ts';

const batch = 100;

/** Whether the assistant alone has it, has answered last, and nothing has been said since a moment. Pure. */
export const isQuiet = (
  { state, preview, lastActivityAt }: Pick<ConversationRecord, 'state' | 'preview' | 'lastActivityAt'>,
  since: Date,
): boolean => state === 'bot' && preview?.author !== 'customer' && lastActivityAt <= since;

/**
 * Closes the conversations that the assistant alone has and in which nothing has been said since a moment, some in each transaction: as those to
 * which the customer did not reply. Their next message opens it again as ever. Answers how many.
 */
export async function closeQuiet(platform: Platform, since: Date): Promise<number> {
  let closed = 0;
  for (;;) {
    const found = await platform.database.write(async (tx) => {
      const held = await lockConversations(tx, await listQuietWithBot(tx, since, batch));
      const changes = [...held.values()].flatMap((before): Change[] => {
        if (!isQuiet(before, since)) return [];
        const after = decideClose(before, { agentId: '', anyone: true }, 'no_reply', tx.now);
        const actor = system('assistant');
        return after ? [{ actor, before, after, drafts: [systemLine('closed')] }] : [];
      });
      await changeConversations(tx, platform, changes);
      return changes.length;
    });
    closed += found;
    if (found < batch) return closed;
  }
}
