import type { Presence } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Loads } from './agent.ts';
import { agentPresenceChanged } from './events.ts';
import { decidePresence, isConnected } from './presence-rules.ts';
import { lockPresence, saveHeartbeats, savePresence, saveSignOfLife } from './presence-store.ts';

/** What presence is kept with: this node, the way to those who watch, and what is told beside it. */
export interface PresenceGround {
  readonly platform: Pick<Platform, 'nodeId' | 'live'>;
  readonly loads: Loads;
}

/** What brings the decision about. */
export interface PresenceCause {
  /** The agent chose. */
  readonly chosen?: Presence;
  /** The agent did something. */
  readonly active?: boolean;
  /** The agent asked over HTTP, so they are here although a socket may only be on its way. */
  readonly here?: boolean;
  /** Sockets of theirs opened or closed on this node. */
  readonly sockets?: boolean;
}

/**
 * Decides an agent's presence again, in the light of what happened and of the time that passed. If it changes, that is announced,
 * and told to all agents after commit. Without any cause, and nothing to change, it writes nothing.
 */
export async function settlePresence(
  tx: Tx,
  ground: PresenceGround,
  agentId: string,
  actor: Actor,
  cause: PresenceCause,
): Promise<void> {
  const { nodeId, live } = ground.platform;
  const held = await lockPresence(tx, agentId);
  if (!held) throw fail('people.not_found');
  const heartbeats = [...held.heartbeats];
  let active = cause.active ?? false;
  if (cause.sockets) {
    // Counted under the lock: of an opening and a closing that cross, the later one sees both.
    const sockets = live.countOf(agentId);
    await saveHeartbeats(tx, nodeId, new Map([[agentId, sockets]]));
    heartbeats.push({ sockets, seenAt: tx.now });
    // Whoever comes from nowhere is active; a page that connects again by itself says nothing of who sits before it.
    active ||= !isConnected(held.heartbeats, tx.now);
  }
  if (cause.here) {
    await saveSignOfLife(tx, nodeId, agentId);
    heartbeats.push({ sockets: 0, seenAt: tx.now });
  }
  const facts = {
    chosen: cause.chosen ?? held.chosen,
    lastActiveAt: active ? tx.now : held.lastActiveAt,
    heartbeats,
  };
  const presence = decidePresence(facts, tx.now);
  if (active || facts.chosen !== held.chosen || presence !== held.presence) {
    await savePresence(tx, agentId, { ...facts, presence });
  }
  if (presence === held.presence) return;
  await announce(tx, agentPresenceChanged, {
    subjectId: agentId,
    actor,
    payload: { before: held.presence, after: presence },
  });
  const load = (await ground.loads(tx, [agentId])).get(agentId) ?? 0;
  live.hint(tx, ['agents'], { type: 'presence.changed', agentId, presence, load });
}
