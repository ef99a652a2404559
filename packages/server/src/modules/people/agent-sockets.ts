import { closeCodes, permissionsOf } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { LiveSocket } from '../../platform/live/socket.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockAgents } from './agent-store.ts';
import { agentTopics } from './agent-topics.ts';
import { activityEvery } from './presence-rules.ts';
import { saveHeartbeats } from './presence-store.ts';
import { readAgents } from './read-agents.ts';
import { teamsOf } from './read-teams.ts';
import { type PresenceGround, settlePresence } from './settle-presence.ts';

const changedTopic = 'agents.changed';

/** Tells every node that these agents may hear other topics than before. */
export function noticeAgents(platform: Pick<Platform, 'bus'>, agentIds: readonly string[]): void {
  for (const id of agentIds) platform.bus.publish(changedTopic, id);
}

/** What this node knows of the agents who are connected to it. */
export interface AgentSockets {
  /**
   * Says for this node that its agents are still here, and sends away sockets whose topics are no longer right: the notice of a
   * change may have been lost.
   */
  beat(): Promise<void>;
}

/** Gives agents' sockets their topics, and keeps presence in step with their sockets and their activity. */
export function watchAgentSockets(
  platform: Platform,
  ground: PresenceGround,
  run: (work: () => Promise<void>) => Promise<void>,
): AgentSockets {
  const { database, live, clock } = platform;
  const topicsOf = new Map<LiveSocket, string[]>();
  const activeAt = new Map<string, number>();
  const agentIds = () => [...new Set([...topicsOf.keys()].map((socket) => socket.caller.id))];
  const settle = (agentId: string, cause: { sockets?: boolean; active?: boolean }) =>
    database.write((tx) => settlePresence(tx, ground, agentId, system('presence'), cause));

  live.onOpen(async (socket) => {
    if (socket.caller.type !== 'agent') return;
    const { id, permissions } = socket.caller;
    topicsOf.set(socket, []);
    const topics = agentTopics(id, permissions, await teamsOf(database.reader(), id));
    // It may have closed while the teams were read.
    if (!topicsOf.has(socket)) return;
    topicsOf.set(socket, topics);
    for (const topic of topics) socket.watch(topic);
    await settle(id, { sockets: true });
  });
  live.onClose(async (socket) => {
    if (!topicsOf.delete(socket)) return;
    const { id } = socket.caller;
    if (live.countOf(id) === 0) activeAt.delete(id);
    await run(() => settle(id, { sockets: true }));
  });
  live.on('active', async ({ caller }) => {
    if (caller.type !== 'agent') return;
    const now = clock.now().getTime();
    if (now - (activeAt.get(caller.id) ?? 0) < activityEvery) return;
    activeAt.set(caller.id, now);
    await settle(caller.id, { active: true });
  });
  platform.bus.subscribe(changedTopic, (agentId) => live.closeAll(agentId, closeCodes.restarting));

  return {
    async beat() {
      const ids = agentIds();
      if (ids.length === 0) return;
      await database.write(async (tx) => {
        // Counted under the lock, like an opening or a closing, so that a socket which closes meanwhile is not brought back.
        await lockAgents(tx, ids);
        const counts = ids.map((id) => [id, live.countOf(id)] as const).filter(([, count]) => count > 0);
        await saveHeartbeats(tx, platform.nodeId, new Map(counts));
      });
      const agents = new Map((await readAgents(database.reader(), ids)).map((agent) => [agent.id, agent]));
      for (const [socket, topics] of topicsOf) {
        if (topics.length === 0) continue;
        const agent = agents.get(socket.caller.id);
        const right = agent ? agentTopics(agent.id, permissionsOf(agent.roles), agent.teamIds) : [];
        if (right.join() !== topics.join()) socket.close(closeCodes.restarting);
      }
    },
  };
}
