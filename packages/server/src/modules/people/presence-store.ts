import type { Presence } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Heartbeat, PresenceFacts } from './presence-rules.ts';

/** What presence is decided by, and what it was when last decided. */
export interface PresenceState extends PresenceFacts {
  presence: Presence;
}

/** The state of an agent's presence, held until the end of the transaction; undefined if there is no such agent. */
export async function lockPresence(tx: Tx, agentId: string): Promise<PresenceState | undefined> {
  const row = await tx.sql
    .selectFrom('agents')
    .select(['chosen_presence', 'presence', 'last_active_at'])
    .where('id', '=', agentId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const sockets = await tx.sql
    .selectFrom('agent_sockets')
    .select(['sockets', 'seen_at'])
    .where('agent_id', '=', agentId)
    .execute();
  return {
    chosen: row.chosen_presence as Presence,
    presence: row.presence as Presence,
    lastActiveAt: row.last_active_at,
    heartbeats: sockets.map((it) => ({ sockets: it.sockets, seenAt: it.seen_at })),
  };
}

/** The same of every agent who is not offline or has been heard of, without holding them. */
export async function listPresence(reader: Reader): Promise<Map<string, PresenceState>> {
  const { rows } = await sql<{
    id: string;
    chosen_presence: Presence;
    presence: Presence;
    last_active_at: Date | null;
    sockets: number | null;
    seen_at: Date | null;
  }>`
    select a.id, a.chosen_presence, a.presence, a.last_active_at, s.sockets, s.seen_at
    from agents a left join agent_sockets s on s.agent_id = a.id
    where a.presence <> 'offline' or s.agent_id is not null
  `.execute(reader.sql);
  const states = new Map<string, PresenceState & { heartbeats: Heartbeat[] }>();
  for (const row of rows) {
    const state = states.get(row.id) ?? {
      chosen: row.chosen_presence,
      presence: row.presence,
      lastActiveAt: row.last_active_at,
      heartbeats: [],
    };
    if (row.seen_at) state.heartbeats.push({ sockets: row.sockets ?? 0, seenAt: row.seen_at });
    states.set(row.id, state);
  }
  return states;
}

export async function savePresence(
  tx: Tx,
  agentId: string,
  state: Pick<PresenceState, 'chosen' | 'presence' | 'lastActiveAt'>,
): Promise<void> {
  await tx.sql
    .updateTable('agents')
    .set({ chosen_presence: state.chosen, presence: state.presence, last_active_at: state.lastActiveAt })
    .where('id', '=', agentId)
    .execute();
}

/** Says for a node how many sockets it holds of each agent now. Agents who are gone from the database are passed over. */
export async function saveHeartbeats(
  tx: Tx,
  nodeId: string,
  sockets: ReadonlyMap<string, number>,
): Promise<void> {
  if (sockets.size === 0) return;
  await sql`
    insert into agent_sockets (agent_id, node_id, sockets, seen_at)
    select a.id, ${nodeId}, it.sockets, ${tx.now}::timestamptz
    from unnest(${[...sockets.keys()]}::uuid[], ${[...sockets.values()]}::integer[]) as it (id, sockets)
    join agents a on a.id = it.id order by a.id
    on conflict (agent_id, node_id) do update set sockets = excluded.sockets, seen_at = excluded.seen_at
  `.execute(tx.sql);
}

/** Says that an agent was here now, by a node that may hold no socket of theirs. */
export async function saveSignOfLife(tx: Tx, nodeId: string, agentId: string): Promise<void> {
  await tx.sql
    .insertInto('agent_sockets')
    .values({ agent_id: agentId, node_id: nodeId, sockets: 0, seen_at: tx.now })
    .onConflict((conflict) => conflict.columns(['agent_id', 'node_id']).doUpdateSet({ seen_at: tx.now }))
    .execute();
}

/** Forgets what nodes said before a moment. */
export async function removeHeartbeats(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('agent_sockets').where('seen_at', '<', before).execute();
}
