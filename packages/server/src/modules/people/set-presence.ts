import type { Presence } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type PresenceGround, settlePresence } from './settle-presence.ts';

/** An agent says whether they take new conversations. It holds until they say otherwise, also over days. */
export function setPresence(
  tx: Tx,
  ground: PresenceGround,
  actor: AgentActor,
  chosen: Presence,
): Promise<void> {
  return settlePresence(tx, ground, actor.id, actor, { chosen, active: true, here: true });
}
