import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { changeConversation } from './change-conversations.ts';
import { decideAbandoned, decideLapse, decideOffer } from './conversation-rules.ts';
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

/**
 * Takes a conversation from an agent who has gone offline while its customer has waited since `waitingSince` or longer; it waits for
 * somebody else, ahead of others. False when it was answered or changed hands meanwhile.
 */
export async function takeFromOffline(
  tx: Tx,
  platform: Platform,
  { id, agentId, waitingSince }: { id: string; agentId: string; waitingSince: Date },
): Promise<boolean> {
  const before = (await lockConversations(tx, [id])).get(id);
  const after = before && decideAbandoned(before, agentId, waitingSince, tx.now);
  if (!after) return false;
  await changeConversation(tx, platform, {
    actor: routing,
    before,
    after,
    drafts: [systemLine('agent_left', { agent: await agentName(tx, agentId) })],
  });
  return true;
}

/**
 * Tells the customer what to expect while they wait: an answer in about so many minutes, or that nobody is there now, with the hours
 * that their inbox promises. False when they no longer wait.
 */
export async function tellExpectation(
  tx: Tx,
  platform: Platform,
  id: string,
  minutes: number | null,
): Promise<boolean> {
  const before = (await lockConversations(tx, [id])).get(id);
  const inbox = before && (await readInbox(tx, before.inboxId));
  if (before?.state !== 'queued' || !inbox) return false;
  const line =
    minutes === null
      ? systemLine('queue_nobody', { hours: inbox.answerHours })
      : systemLine('queue_expected', { minutes });
  const after = { ...before, expectedMinutes: minutes };
  await changeConversation(tx, platform, { actor: routing, before, after, drafts: [line] });
  return true;
}
