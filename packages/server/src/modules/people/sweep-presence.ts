import { system } from '../../platform/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { decidePresence, heartbeatLife } from './presence-rules.ts';
import { listPresence, removeHeartbeats } from './presence-store.ts';
import { type PresenceGround, settlePresence } from './settle-presence.ts';

/** Finds those whose presence no longer holds because time passed: gone with their last socket or with a node, or idle. */
export async function sweepPresence(database: Database, ground: PresenceGround): Promise<void> {
  const reader = database.reader();
  for (const [agentId, state] of await listPresence(reader)) {
    if (decidePresence(state, reader.now) === state.presence) continue;
    await database.write((tx) => settlePresence(tx, ground, agentId, system('presence'), {}));
  }
  const before = new Date(reader.now.getTime() - 10 * heartbeatLife);
  await database.write((tx) => removeHeartbeats(tx, before));
}
