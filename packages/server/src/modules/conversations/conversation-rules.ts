import type { CloseReason } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import { isAside } from './aside.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';

/** What an agent may reach: every conversation, or those of their teams and their own. */
export interface Scope {
  readonly agentId: string;
  readonly all: boolean;
  readonly teamIds: ReadonlySet<string>;
}

/** Whether a conversation is within an agent's reach. */
export function maySee(
  scope: Scope,
  conversation: Pick<ConversationRecord, 'teamId' | 'assigneeId'>,
): boolean {
  return scope.all || scope.teamIds.has(conversation.teamId) || conversation.assigneeId === scope.agentId;
}

/** What a decision answers: the conversation as it should be, or null when it is so already. */
type Decision = ConversationRecord | null;

function refuseClosed(conversation: ConversationRecord): void {
  if (conversation.state === 'closed') throw fail('conversation.closed');
}

const notOffered = { offeredAt: null, queuedAt: null, priority: 0, declinedBy: null, declinedAt: null };

/** An agent takes a waiting conversation, or accepts what was offered to them. */
export function decideTake(before: ConversationRecord, agentId: string, holder: string): Decision {
  refuseClosed(before);
  if (before.assigneeId === agentId)
    return before.accepted ? null : { ...before, ...notOffered, accepted: true };
  // An offer that its agent has not taken up yet is still the first taker's.
  if (before.assigneeId !== null && before.accepted) {
    throw fail('conversation.already_assigned', { agent: holder });
  }
  return { ...before, ...notOffered, state: 'assigned', assigneeId: agentId, accepted: true };
}

/** Routing offers a waiting conversation to an agent; null when it no longer waits. */
export function decideOffer(before: ConversationRecord, agentId: string, now: Date): Decision {
  if (before.state !== 'queued') return null;
  return {
    ...before,
    state: 'assigned',
    assigneeId: agentId,
    accepted: false,
    offeredAt: now,
    queuedAt: null,
  };
}

/** A lead or a colleague gives it to an agent, who holds it at once. */
export function decideAssign(before: ConversationRecord, agentId: string): Decision {
  refuseClosed(before);
  if (before.assigneeId === agentId && before.accepted) return null;
  return { ...before, ...notOffered, state: 'assigned', assigneeId: agentId, accepted: true };
}

/** It goes to another team's queue, in its old place in time. */
export function decideTransferToTeam(before: ConversationRecord, teamId: string, now: Date): Decision {
  refuseClosed(before);
  if (before.teamId === teamId && before.state === 'queued') return null;
  return queued({ ...before, teamId }, now);
}

/** Its agent puts it back into its team's queue. */
export function decideRelease(before: ConversationRecord, agentId: string, now: Date): Decision {
  refuseClosed(before);
  if (before.assigneeId !== agentId) throw fail('conversation.not_assigned_to_you');
  return { ...queued(before, now), declinedBy: agentId, declinedAt: now };
}

/** Its agent hands it back to the assistant; null where the assistant has it. */
export function decideGiveToAssistant(before: ConversationRecord, agentId: string): Decision {
  refuseClosed(before);
  if (before.state === 'bot') return null;
  if (before.assigneeId !== null && before.assigneeId !== agentId)
    throw fail('conversation.not_assigned_to_you');
  return { ...before, ...notOffered, state: 'bot', assigneeId: null, accepted: false, expectedMinutes: null };
}

/** An offer that was not taken up in time goes back, ahead of the others; null when it was taken up after all. */
export function decideLapse(before: ConversationRecord, deadline: Date, now: Date): Decision {
  if (before.state !== 'assigned' || before.accepted || !before.offeredAt || before.offeredAt > deadline)
    return null;
  return {
    ...queued(before, now),
    priority: before.priority + 1,
    declinedBy: before.assigneeId,
    declinedAt: now,
  };
}

/**
 * Its agent has gone offline while the customer waits: it goes back, ahead of the others. Null when it was answered, taken by somebody
 * else, or closed meanwhile.
 */
export function decideAbandoned(
  before: ConversationRecord,
  agentId: string,
  waitingSince: Date,
  now: Date,
): Decision {
  const still = before.state === 'assigned' && before.accepted && before.assigneeId === agentId;
  if (!still || !before.waitingSince || before.waitingSince > waitingSince) return null;
  return { ...queued(before, now), priority: before.priority + 1 };
}

/** Nobody has it: it waits, counted from when the customer began to wait. */
export function queued(before: ConversationRecord, now: Date): ConversationRecord {
  return {
    ...before,
    ...notOffered,
    priority: before.priority,
    state: 'queued',
    assigneeId: null,
    accepted: false,
    queuedAt: before.waitingSince ?? now,
    expectedMinutes: null,
  };
}

/** It is done with. One's own, an unassigned one, or any by those who assign. */
export function decideClose(
  before: ConversationRecord,
  by: { agentId: string; anyone: boolean },
  reason: CloseReason,
  now: Date,
): Decision {
  refuseClosed(before);
  if (before.assigneeId !== null && before.assigneeId !== by.agentId && !by.anyone) {
    throw fail('conversation.not_assigned_to_you');
  }
  return {
    ...before,
    ...notOffered,
    state: 'closed',
    accepted: false,
    waitingSince: null,
    expectedMinutes: null,
    closeReason: reason,
    closedAt: now,
  };
}

/**
 * It was answered before anybody took it up, and is done with unless its customer writes again; null where somebody has it, or it is not for people
 * at all.
 */
export function decideAnsweredFirst(before: ConversationRecord, now: Date): Decision {
  const untouched = before.state === 'queued' || (before.state === 'assigned' && !before.accepted);
  return untouched
    ? decideClose({ ...before, assigneeId: null }, { agentId: '', anyone: true }, 'solved', now)
    : null;
}

/** An agent opens it again, for themselves. */
export function decideReopen(before: ConversationRecord, agentId: string): Decision {
  if (before.state !== 'closed') throw fail('conversation.not_closed');
  return {
    ...before,
    ...notOffered,
    state: 'assigned',
    assigneeId: agentId,
    accepted: true,
    closeReason: null,
    closedAt: null,
  };
}

/** Where a customer's message to a conversation belongs. */
export type Destination = 'here' | 'reopen' | 'new';

/** A closed conversation takes a message for `reopenHours`; after that a new one begins. */
export function destinationOf(conversation: ConversationRecord, reopenHours: number, now: Date): Destination {
  if (conversation.state !== 'closed') return 'here';
  const closedFor = now.getTime() - (conversation.closedAt ?? conversation.lastActivityAt).getTime();
  return closedFor <= reopenHours * 3_600_000 ? 'reopen' : 'new';
}

/**
 * How many messages the agent has not seen: those of others that the customer or a colleague wrote after what stood on
 * the agent's screen. System lines, and news beside what is talked about, do not stop anybody.
 */
export function movedOnBy(
  later: ReadonlyArray<Pick<MessageDraft, 'kind' | 'author' | 'clientKey'>>,
  agentId: string,
): number {
  return later.filter(
    (message) => message.kind === 'text' && message.author.id !== agentId && !isAside(message),
  ).length;
}
