import type { Conversation, Permission } from '@fairlead/contract';

/** An action that others hear of, and that one may want to take back. */
export type Undoable = 'assign' | 'transfer' | 'release' | 'give' | 'close';

/** The steps that bring a conversation back to how it stood. */
export type Undo =
  | { do: 'assign'; agentId: string }
  | { do: 'transfer'; teamId: string }
  | { do: 'take' }
  | { do: 'reopen' }
  /** Reopening gives it to whoever does it; what nobody had goes back into its queue. */
  | { do: 'reopen_and_release' };

/**
 * How an action on a conversation that stood as `before` can honestly be undone by the agent who did it; null where that would leave it
 * with somebody else than before, or is not theirs to do.
 */
export function undoOf(
  action: Undoable,
  before: Conversation,
  agentId: string,
  can: (permission: Permission) => boolean,
): Undo | null {
  const { assigneeId, teamId } = before;
  switch (action) {
    case 'release':
      return { do: 'take' };
    case 'give':
      // What nobody had goes back into its queue.
      if (assigneeId === agentId) return { do: 'take' };
      return teamId ? { do: 'transfer', teamId } : null;
    case 'close':
      if (assigneeId === null) return { do: 'reopen_and_release' };
      return assigneeId === agentId ? { do: 'reopen' } : null;
    case 'assign':
    case 'transfer':
      // Once it is with others, only those who assign can move it.
      if (!can('conversations.assign')) return null;
      if (assigneeId) return { do: 'assign', agentId: assigneeId };
      return teamId ? { do: 'transfer', teamId } : null;
  }
}
