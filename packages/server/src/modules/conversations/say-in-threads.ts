import type { SystemLine } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversations } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';

/**
 * Writes a system line into threads, for a module above that has let the actor in. Threads that are not there are left out; state and
 * assignment stay as they are.
 */
export async function sayInThreads(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  conversationIds: readonly string[],
  line: { key: SystemLine; params: Record<string, string | number> },
): Promise<void> {
  const locked = await lockConversations(tx, conversationIds);
  await changeConversations(
    tx,
    platform,
    [...locked.values()].map((before) => ({
      actor,
      before,
      after: before,
      drafts: [systemLine(line.key, line.params)],
    })),
  );
}
