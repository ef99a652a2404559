import { randomUUID } from 'node:crypto';
import { type BodyOf, endpoints, type WorkingWeek } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { agentName, languagesOnline, readAgentCards, readAgentsForRouting, requireAgent } from './index.ts';

const { people } = endpoints;
let server: TestServer;
let admin: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
});

const reader = () => server.platform.database.reader();
const find = async (id: string) => (await admin.call(people.listAgents)).items.find((it) => it.id === id);
const factsOf = async (subject: string) =>
  (
    await reader()
      .sql.selectFrom('events')
      .select(['type', 'payload', 'actor_id'])
      .where('subject_id', '=', subject)
      .orderBy('id')
      .execute()
  ).filter((row) => row.type === 'agent.changed' || row.type === 'team.changed');

describe('agents', () => {
  test('are listed by name, with how they sign in', async () => {
    const zoe = await server.world.agent({ name: 'Zoë', languages: ['vi', 'en'], capacity: 6 });
    const { items } = await zoe.call(people.listAgents);
    expect(items.map((it) => it.name)).toEqual(items.map((it) => it.name).toSorted());
    expect(items.find((it) => it.id === zoe.id)).toMatchObject({
      name: 'Zoë',
      status: 'active',
      roles: ['agent'],
      presence: 'offline',
      capacity: { chat: 6 },
      load: 0,
      twoFactor: false,
      lastActiveAt: null,
    });
  });

  test('are changed by who manages people, and by nobody else', async () => {
    const agent = await server.world.agent();
    const team = await server.world.team();
    const body = {
      name: 'Minh\u0000 Anh',
      roles: ['agent', 'knowledge_editor'] as const,
      teamIds: [team],
      skills: ['futures', 'futures'],
      languages: [{ language: 'vi-VN', level: 3 as const }],
      capacity: { chat: 9 },
    };
    const params = { id: agent.id };
    expect(await agent.refused(people.updateAgent, { params, body: { name: 'Boss' } })).toBe(
      'access.forbidden',
    );
    const answer = await admin.call(people.updateAgent, {
      params,
      body: { ...body, roles: [...body.roles] },
    });
    expect(answer).toMatchObject({
      name: 'Minh Anh',
      roles: ['agent', 'knowledge_editor'],
      teamIds: [team],
      skills: ['futures'],
      languages: [{ language: 'vi', level: 3 }],
      capacity: { chat: 9 },
    });
    expect(await find(agent.id)).toEqual(answer);
  });

  test('a change that changes nothing announces nothing', async () => {
    const team = await server.world.team();
    const agent = await server.world.agent({ name: 'Same', teams: [team] });
    const before = (await factsOf(agent.id)).length;
    await admin.call(people.updateAgent, {
      params: { id: agent.id },
      body: { name: 'Same', teamIds: [team] },
    });
    expect(await factsOf(agent.id)).toHaveLength(before);
    await admin.call(people.updateAgent, { params: { id: agent.id }, body: { name: 'Other', teamIds: [] } });
    const facts = (await factsOf(agent.id)).slice(before);
    expect(facts).toEqual([
      { type: 'agent.changed', payload: { fields: ['name'] }, actor_id: admin.id },
      { type: 'agent.changed', payload: { fields: ['teams'] }, actor_id: admin.id },
    ]);
  });

  test('an unknown team changes nothing at all', async () => {
    const agent = await server.world.agent({ name: 'Kept' });
    const body = { name: 'Changed', teamIds: [randomUUID()] };
    expect(await admin.refused(people.updateAgent, { params: { id: agent.id }, body })).toBe(
      'people.team_not_found',
    );
    expect((await find(agent.id))?.name).toBe('Kept');
  });

  test('an unknown agent is refused', async () => {
    const params = { id: randomUUID() };
    expect(await admin.refused(people.updateAgent, { params, body: { name: 'X' } })).toBe('people.not_found');
    expect(await admin.refused(people.updateAgent, { params, body: { disabled: true } })).toBe(
      'people.not_found',
    );
  });

  test('the last administrator stays one', async () => {
    const params = { id: admin.id };
    const code = 'access.last_administrator';
    expect(await admin.refused(people.updateAgent, { params, body: { roles: ['agent'] } })).toBe(code);
    expect(await admin.refused(people.updateAgent, { params, body: { disabled: true } })).toBe(code);
  });

  test('who is disabled is offline at once, out of routing, and stays offline when enabled again', async () => {
    const agent = await server.world.agent({ name: 'Gone', languages: ['ko'] });
    await agent.call(people.setPresence, { body: { presence: 'online' } });
    expect(await languagesOnline(reader())).toContain('ko');
    const params = { id: agent.id };
    const disabled = await admin.call(people.updateAgent, { params, body: { disabled: true } });
    expect(disabled).toMatchObject({ status: 'disabled', presence: 'offline' });
    expect(await agent.refused(people.listTeams)).toBe('access.not_signed_in');
    expect((await readAgentsForRouting(reader())).some((it) => it.id === agent.id)).toBe(false);
    await expect(requireAgent(reader(), agent.id)).rejects.toMatchObject({ code: 'people.not_found' });
    expect(await agentName(reader(), agent.id)).toBe('Gone');
    expect(await languagesOnline(reader())).not.toContain('ko');
    const enabled = await admin.call(people.updateAgent, { params, body: { disabled: false } });
    expect(enabled.status).not.toBe('disabled');
    expect(enabled.presence).toBe('offline');
  });

  test('have hours and certificates that end', async () => {
    const agent = await server.world.agent({ name: 'Nights', languages: ['th'], skills: ['kyc', 'funds'] });
    await agent.call(people.setPresence, { body: { presence: 'online' } });
    const params = { id: agent.id };
    const whole = [{ from: 0, to: 1440 }];
    const never: WorkingWeek = { timeZone: 'Asia/Bangkok', week: [[], [], [], [], [], [], []] };
    const always: WorkingWeek = {
      ...never,
      week: [whole, whole, whole, whole, whole, whole, whole],
    };
    const dayBefore = new Date(server.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    const inRouting = async () =>
      (await readAgentsForRouting(server.platform.database.reader())).find((it) => it.id === agent.id);
    const set = (body: BodyOf<typeof people.updateAgent>) => admin.call(people.updateAgent, { params, body });

    expect(await set({ schedule: never })).toMatchObject({ schedule: never });
    expect(await inRouting()).toMatchObject({ presence: 'online', onDuty: false });
    expect(await languagesOnline(reader())).not.toContain('th');
    await set({ schedule: always, certifiedUntil: { kyc: dayBefore } });
    expect(await inRouting()).toMatchObject({ onDuty: true, skills: ['funds'] });
    expect(await languagesOnline(reader())).toContain('th');
    expect(await set({ skills: ['funds'] })).toMatchObject({ certifiedUntil: {} });
    const unknown = { schedule: { ...always, timeZone: 'Mars/Base' } };
    expect(await admin.refused(people.updateAgent, { params, body: unknown })).toBe(
      'request.time_zone_unknown',
    );
  });

  test('change their own profile, and not their rights', async () => {
    const agent = await server.world.agent({ name: 'Old' });
    const body = { name: 'New', locale: 'zh-CN' as const, roles: ['administrator'], capacity: { chat: 50 } };
    const answer = await agent.call(people.updateMe, { body });
    expect(answer).toMatchObject({ name: 'New', locale: 'zh-CN', roles: ['agent'], capacity: { chat: 4 } });
    expect(await readAgentCards(reader(), [agent.id])).toEqual(
      new Map([[agent.id, { name: 'New', languages: ['en'] }]]),
    );
  });
});

describe('teams', () => {
  const body = {
    name: 'Futures',
    description: 'Futures and margin',
    skill: 'futures',
    memberIds: [] as string[],
  };

  test('are made, changed and removed', async () => {
    const [first, second] = [await server.world.agent(), await server.world.agent()];
    const made = await admin.call(people.createTeam, { body: { ...body, memberIds: [first.id, first.id] } });
    expect(made).toEqual({ ...body, id: made.id, memberIds: [first.id] });
    const params = { id: made.id };
    const changed = await admin.call(people.updateTeam, {
      params,
      body: { memberIds: [second.id], skill: null },
    });
    expect(changed).toEqual({ ...made, memberIds: [second.id], skill: null });
    await admin.call(people.updateTeam, { params, body: { name: 'Futures' } });
    expect((await admin.call(people.listTeams)).items).toContainEqual(changed);
    expect((await find(second.id))?.teamIds).toEqual([made.id]);
    const sharing = { teamId: made.id };
    const view = await second.call(endpoints.tickets.createView, {
      body: { name: 'Waiting', filter: {}, columns: ['number'], sort: 'priority', sharing },
    });
    const macro = await second.call(endpoints.macros.create, {
      body: { name: 'Greet', folder: '', texts: { en: 'Hello' }, actions: [], sharing },
    });
    await admin.call(people.deleteTeam, { params });
    const personal = { sharing: 'personal', ownerId: second.id, editable: true };
    expect((await second.call(endpoints.tickets.listViews)).items).toEqual([
      expect.objectContaining({ id: view.id, ...personal }),
    ]);
    expect((await second.call(endpoints.macros.list, {})).items).toContainEqual(
      expect.objectContaining({ id: macro.id, ...personal }),
    );
    expect((await find(second.id))?.teamIds).toEqual([]);
    expect(await admin.refused(people.deleteTeam, { params })).toBe('people.team_not_found');
    expect((await factsOf(made.id)).map((it) => it.payload)).toEqual([
      { change: 'created', added: [first.id], removed: [] },
      { change: 'updated', added: [second.id], removed: [first.id] },
      { change: 'deleted', added: [], removed: [second.id], kept: { views: [view.id], macros: [macro.id] } },
    ]);
  });

  test('take no members who are no agents', async () => {
    const memberIds = [randomUUID()];
    const params = { id: await server.world.team() };
    expect(await admin.refused(people.createTeam, { body: { ...body, memberIds } })).toBe('people.not_found');
    expect(await admin.refused(people.updateTeam, { params, body: { memberIds } })).toBe('people.not_found');
    const unknown = { params: { id: randomUUID() }, body: { name: 'X' } };
    expect(await admin.refused(people.updateTeam, unknown)).toBe('people.team_not_found');
  });

  test('stay while an inbox leads to them', async () => {
    const team = await server.world.team();
    await server.world.inbox({ team });
    expect(await admin.refused(people.deleteTeam, { params: { id: team } })).toBe('people.team_in_use');
  });

  test('stay while a conversation refers to them', async () => {
    const [team, other] = [await server.world.team(), await server.world.team()];
    const inbox = await server.world.inbox({ team });
    const customer = await server.world.customer(inbox.key);
    await customer.call(endpoints.chat.start, {
      body: { key: 'first-message', text: 'Hello', locale: 'en' },
    });
    const params = { id: inbox.id };
    await admin.call(endpoints.channels.updateInbox, { params, body: { defaultTeamId: other } });
    expect(await admin.refused(people.deleteTeam, { params: { id: team } })).toBe('people.team_in_use');
  });

  test('are not for agents to change', async () => {
    const agent = await server.world.agent();
    const params = { id: await server.world.team() };
    expect(await agent.refused(people.createTeam, { body })).toBe('access.forbidden');
    expect(await agent.refused(people.updateTeam, { params, body })).toBe('access.forbidden');
    expect(await agent.refused(people.deleteTeam, { params })).toBe('access.forbidden');
  });
});
