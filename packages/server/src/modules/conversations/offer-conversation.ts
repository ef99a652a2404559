import { isDeepStrictEqual } from 'node:util';
import type { SystemLine } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Inbox, readInbox } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { type Change, changeConversation, changeConversations } from './change-conversations.ts';
import { decideAbandoned, decideLapse, decideOffer } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { lastLines } from './message-store.ts';
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

/**
 * Takes back an offer made before `deadline` that was not taken up, or whose agent has `left`; it waits again, ahead of others. False when it was taken up.
 */
export async function lapseOffer(
  tx: Tx,
  platform: Platform,
  { conversationId, deadline, left }: { conversationId: string; deadline: Date; left: boolean },
): Promise<boolean> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  const after = before && decideLapse(before, deadline, tx.now);
  if (!after) return false;
  const agent = before.assigneeId ? await agentName(tx, before.assigneeId) : '';
  await changeConversation(tx, platform, {
    actor: routing,
    before,
    after,
    drafts: [systemLine(left ? 'agent_left' : 'returned_to_queue', { agent })],
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

/** What says to a customer how they stand; each of them is a fact after which what was said before it is news again. */
const statusLines = [
  'queue_expected',
  'queue_nobody',
  'assigned',
  'agent_left',
  'given_to_assistant',
  'closed',
  'reopened',
] as const satisfies SystemLine[];

/**
 * Tells customers what to expect while they wait: an answer in about so many minutes, or that nobody is there now, with the hours in which something
 * is promised to them by then, else by their inbox. Who reads just that already is not told it twice: that a conversation went to another team is no news, that an agent came and left is.
 * Answers the ids of those who still waited, and know it.
 */
export async function tellExpectations(
  tx: Tx,
  platform: Platform,
  tellings: ReadonlyArray<{
    readonly conversationId: string;
    readonly minutes: number | null;
    readonly promisedAt: Date | null;
  }>,
): Promise<Set<string>> {
  if (tellings.length === 0) return new Set();
  const conversations = await lockConversations(
    tx,
    tellings.map((it) => it.conversationId),
  );
  const inboxes = new Map<string, Inbox | undefined>();
  for (const { inboxId } of conversations.values())
    if (!inboxes.has(inboxId)) inboxes.set(inboxId, await readInbox(tx, inboxId));
  const known = await lastLines(tx, [...conversations.keys()], statusLines);
  const changes = tellings.flatMap(({ conversationId, minutes, promisedAt }): Change[] => {
    const before = conversations.get(conversationId);
    const inbox = before && inboxes.get(before.inboxId);
    if (before?.state !== 'queued' || !inbox) return [];
    const line =
      minutes === null
        ? systemLine('queue_nobody', { hours: hoursUntil(promisedAt, tx.now, inbox.answerHours) })
        : systemLine('queue_expected', { minutes });
    const drafts = isDeepStrictEqual(known.get(conversationId), line.system) ? [] : [line];
    const after = { ...before, expectedMinutes: minutes, expectationTold: true };
    return [{ actor: routing, before, after, drafts }];
  });
  await changeConversations(tx, platform, changes);
  return new Set(changes.flatMap((it) => it.before?.id ?? []));
}

/** Whole hours, never fewer than what is left; those of the inbox where they are sooner, where nothing is promised, and where it is overdue: a new promise would be empty. */
function hoursUntil(promisedAt: Date | null, now: Date, usual: number): number {
  const left = promisedAt ? promisedAt.getTime() - now.getTime() : 0;
  return left > 0 ? Math.min(usual, Math.ceil(left / 3_600_000)) : usual;
}
