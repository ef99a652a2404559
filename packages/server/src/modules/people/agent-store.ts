import {
  capacity,
  certifiedUntil,
  type Locale,
  languageSkill,
  type Presence,
  workingWeek,
} from '@fairlead/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AgentRecord } from './agent.ts';

const languages = z.array(languageSkill);

/** Agents by name: those with these ids, or all. */
export async function listAgents(reader: Reader, ids?: readonly string[]): Promise<AgentRecord[]> {
  if (ids?.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('agents')
    .select([
      'id',
      'name',
      'locale',
      'avatar_hue',
      'languages',
      'skills',
      'certified_until',
      'schedule',
      'capacity',
      'presence',
      'last_active_at',
    ])
    .select(
      sql<string[]>`array(select team_id from team_members where agent_id = agents.id order by team_id)`.as(
        'team_ids',
      ),
    )
    .$if(ids !== undefined, (query) => query.where('id', '=', (of) => of.fn.any(of.val(ids as string[]))))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    locale: row.locale as Locale,
    avatarHue: row.avatar_hue,
    languages: languages.parse(row.languages),
    skills: row.skills,
    certifiedUntil: certifiedUntil.parse(row.certified_until),
    schedule: workingWeek.nullable().parse(row.schedule),
    capacity: capacity.parse(row.capacity),
    presence: row.presence as Presence,
    lastActiveAt: row.last_active_at,
    teamIds: row.team_ids,
  }));
}

/** Holds agents until the end of the transaction, locked in the order of their ids. */
export async function lockAgents(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql
    .selectFrom('agents')
    .select('id')
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Holds an agent until the end of the transaction; false if there is none. */
export async function lockAgent(tx: Tx, id: string): Promise<boolean> {
  // Not `for update`: that would stop every conversation which is given to them meanwhile.
  const row = await tx.sql
    .selectFrom('agents')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAgent(
  tx: Tx,
  agent: Pick<AgentRecord, 'id' | 'name' | 'locale' | 'avatarHue' | 'languages'>,
): Promise<void> {
  await tx.sql
    .insertInto('agents')
    .values({
      id: agent.id,
      name: agent.name,
      locale: agent.locale,
      avatar_hue: agent.avatarHue,
      languages: JSON.stringify(agent.languages),
    })
    .execute();
}

/** What may be written of an agent, besides teams and presence. */
export type AgentChange = Partial<
  Pick<AgentRecord, 'name' | 'locale' | 'languages' | 'skills' | 'certifiedUntil' | 'schedule' | 'capacity'>
>;

export async function saveAgent(tx: Tx, id: string, change: AgentChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.sql
    .updateTable('agents')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
      ...(change.languages === undefined ? {} : { languages: JSON.stringify(change.languages) }),
      ...(change.skills === undefined ? {} : { skills: change.skills }),
      ...(change.certifiedUntil === undefined
        ? {}
        : { certified_until: JSON.stringify(change.certifiedUntil) }),
      ...(change.schedule === undefined
        ? {}
        : { schedule: change.schedule && JSON.stringify(change.schedule) }),
      ...(change.capacity === undefined ? {} : { capacity: JSON.stringify(change.capacity) }),
    })
    .where('id', '=', id)
    .execute();
}

/** The languages and hours of those who are online. */
export async function listOnline(
  reader: Reader,
): Promise<Array<Pick<AgentRecord, 'presence' | 'languages' | 'schedule'>>> {
  const rows = await reader.sql
    .selectFrom('agents')
    .select(['languages', 'schedule'])
    .where('presence', '=', 'online')
    .execute();
  return rows.map((row) => ({
    presence: 'online',
    languages: languages.parse(row.languages),
    schedule: workingWeek.nullable().parse(row.schedule),
  }));
}
