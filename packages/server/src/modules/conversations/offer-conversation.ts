import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { changeConversation } from './change-conversations.ts';
import { decideLapse, decideOffer } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';

const routing = system('routing');

/** Offers a waiting conversation to an agent, who holds it once they open it. False when it no longer waits. */
export async function offerConversation(
  tx: Tx,
  platform: Platform,
  id: string,
  agentId: string,
): Promise<boolean> {
  const before = (await lockConversations(tx, [id])).get(id);
  const after = before && decideOffer(before, agentId, tx.now);
  if (!after) return false;
  await changeConversation(tx, platform, { actor: routing, before, after });
  return true;
}

/** Takes back an offer made before `deadline` that was not taken up; it waits again, ahead of others. False when it was. */
export async function lapseOffer(tx: Tx, platform: Platform, id: string, deadline: Date): Promise<boolean> {
  const before = (await lockConversations(tx, [id])).get(id);
  const after = before && decideLapse(before, deadline, tx.now);
  if (!after) return false;
  const agent = before.assigneeId ? await agentName(tx, before.assigneeId) : '';
  await changeConversation(tx, platform, {
    actor: routing,
    before,
    after,
    drafts: [systemLine('returned_to_queue', { agent })],
  });
  return true;
}

/** Tells the customer what to expect while they wait: in about so many minutes, or that nobody is there now. False when they no longer wait. */
export async function tellExpectation(
  tx: Tx,
  platform: Platform,
  id: string,
  minutes: number | null,
): Promise<boolean> {
  const before = (await lockConversations(tx, [id])).get(id);
  if (before?.state !== 'queued') return false;
  const line = minutes === null ? systemLine('queue_nobody') : systemLine('queue_expected', { minutes });
  const after = { ...before, expectedMinutes: minutes };
  await changeConversation(tx, platform, { actor: routing, before, after, drafts: [line] });
  return true;
}
