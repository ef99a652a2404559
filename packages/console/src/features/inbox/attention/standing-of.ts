import type { Conversation } from '@fairlead/contract';

/** How an agent stands to a conversation that is open: it waits for them to open it, or it is theirs. */
export type Standing = 'offered' | 'mine';

/** An agent's standing to a conversation; null for those of others, and for closed ones. */
export function standingOf(conversation: Conversation, agentId: string): Standing | null {
  const { state, assigneeId, accepted } = conversation;
  if (state === 'closed' || assigneeId !== agentId) return null;
  return accepted ? 'mine' : 'offered';
}

/** Whether the customer has written what no agent has read. */
export function isUnread({ lastSeq, agentReadSeq, preview }: Conversation): boolean {
  return lastSeq > agentReadSeq && preview?.author === 'customer';
}

/** Whether a conversation asks for this agent: it was offered to them, or is theirs and unread. */
export function needsAgent(conversation: Conversation, agentId: string): boolean {
  const standing = standingOf(conversation, agentId);
  return standing === 'offered' || (standing === 'mine' && isUnread(conversation));
}
