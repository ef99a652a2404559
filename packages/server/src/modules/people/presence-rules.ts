import type { Presence } from '@fairlead/contract';

/** A node that has said nothing for this long is gone, and its sockets with it. */
export const heartbeatLife = 60_000;
/** How long an agent without a socket counts as here: enough to reload a page or change a network. */
const grace = 30_000;
/** Without a sign of activity for this long an agent is away. */
const idleAfter = 10 * 60_000;
/** Activity is written down at most this often. */
export const activityEvery = 30_000;

/** What one node last said of an agent: how many sockets it holds, or, with none, when the last one closed. */
export interface Heartbeat {
  sockets: number;
  seenAt: Date;
}

export interface PresenceFacts {
  chosen: Presence;
  lastActiveAt: Date | null;
  heartbeats: readonly Heartbeat[];
}

/** Whether some node holds a socket of the agent, or held one a moment ago. */
export function isConnected(heartbeats: readonly Heartbeat[], now: Date): boolean {
  return heartbeats.some(
    ({ sockets, seenAt }) => now.getTime() - seenAt.getTime() <= (sockets > 0 ? heartbeatLife : grace),
  );
}

/** The presence that holds: what the agent chose, unless they are gone or idle. */
export function decidePresence({ chosen, lastActiveAt, heartbeats }: PresenceFacts, now: Date): Presence {
  if (chosen === 'offline' || !isConnected(heartbeats, now)) return 'offline';
  if (chosen === 'away') return 'away';
  const active = lastActiveAt !== null && now.getTime() - lastActiveAt.getTime() < idleAfter;
  return active ? 'online' : 'away';
}
