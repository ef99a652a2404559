import type { CloseReason, Conversation } from '@fairlead/contract';

/** The actions whose outcome is known before the server has answered. */
export type Expected =
  | { do: 'take' }
  | { do: 'assign'; agentId: string }
  | { do: 'release' }
  | { do: 'give' }
  | { do: 'close'; reason: CloseReason };

/** What an action will change about a conversation, by the server's own rules. */
export function expectedChange(action: Expected, agentId: string, now: Date): Partial<Conversation> {
  switch (action.do) {
    case 'take':
      return { state: 'assigned', assigneeId: agentId, accepted: true };
    case 'assign':
      return { state: 'assigned', assigneeId: action.agentId, accepted: true };
    case 'release':
      return { state: 'queued', assigneeId: null, accepted: false };
    case 'give':
      return { state: 'bot', assigneeId: null, accepted: false };
    case 'close':
      return {
        state: 'closed',
        accepted: false,
        waitingSince: null,
        closeReason: action.reason,
        closedAt: now.toISOString(),
      };
  }
}
