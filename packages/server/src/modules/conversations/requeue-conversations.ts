import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { changeConversations } from './change-conversations.ts';
import { queued } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';
import { listHeld } from './workload-store.ts';

/** What an agent held goes back into its queues, ahead of others: they are gone and will not come back to it. */
export async function requeueConversations(tx: Tx, platform: Platform, agentId: string): Promise<void> {
  const held = await lockConversations(tx, await listHeld(tx, agentId));
  const agent = await agentName(tx, agentId);
  await changeConversations(
    tx,
    platform,
    [...held.values()]
      .filter((before) => before.state === 'assigned' && before.assigneeId === agentId)
      .map((before) => ({
        actor: system('people'),
        before,
        after: { ...queued(before, tx.now), priority: before.priority + 1 },
        drafts: [systemLine('released', { agent })],
      })),
  );
}
