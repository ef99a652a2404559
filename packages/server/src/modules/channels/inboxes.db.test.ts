import { randomUUID } from 'node:crypto';
import { endpoints, topics } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeSetting } from '../../platform/setting-store.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { inboxesOfTeam, readChatInbox, readInbox, readInboxByKey } from './index.ts';

const { channels } = endpoints;
let server: TestServer;
let admin: TestAgent;
let team: string;

beforeAll(async () => {
  server = await createTestServer();
  admin = await server.world.agent({ roles: ['administrator'] });
  team = await server.world.team();
});

const reader = () => server.platform.database.reader();
const body = (changes: object = {}) => ({
  name: 'Trading page',
  allowedOrigins: ['https://www.example.com/trade'],
  topics: ['trading' as const, 'futures' as const],
  topicTeams: {},
  defaultTeamId: team,
  reopenHours: 48,
  acceptSeconds: 30,
  answerHours: 12,
  enabled: true,
  ...changes,
});
const make = async (changes: object = {}) => admin.call(channels.createInbox, { body: body(changes) });

describe('inboxes', () => {
  test('are made, listed and changed', async () => {
    const futures = await server.world.team();
    const made = await make();
    expect(made).toMatchObject({
      channel: 'chat',
      allowedOrigins: ['https://www.example.com'],
      identityKeys: [],
    });
    const params = { id: made.id };
    const changed = await admin.call(channels.updateInbox, {
      params,
      body: { topicTeams: { futures }, allowedOrigins: ['https://a.example/x', 'https://a.example'] },
    });
    expect(changed).toEqual({ ...made, topicTeams: { futures }, allowedOrigins: ['https://a.example'] });
    expect((await admin.call(channels.listInboxes)).items).toContainEqual(changed);
    expect((await inboxesOfTeam(reader(), futures)).map((it) => it.id)).toEqual([made.id]);
    const facts = await reader()
      .sql.selectFrom('events')
      .select('payload')
      .where('subject_id', '=', made.id)
      .orderBy('id')
      .execute();
    await admin.call(channels.updateInbox, { params, body: { topicTeams: { futures }, name: made.name } });
    expect(facts.at(-1)?.payload).toEqual({ change: 'updated', fields: ['allowedOrigins', 'topicTeams'] });
    expect(facts).toHaveLength(2);
  });

  test('lead to teams that exist', async () => {
    const nowhere = randomUUID();
    const code = 'people.team_not_found';
    expect(await admin.refused(channels.createInbox, { body: body({ defaultTeamId: nowhere }) })).toBe(code);
    const { id } = await make();
    const params = { id };
    expect(
      await admin.refused(channels.updateInbox, { params, body: { topicTeams: { api: nowhere } } }),
    ).toBe(code);
    expect((await readInbox(reader(), id))?.topicTeams).toEqual({});
  });

  test('take web pages as origins only', async () => {
    const answer = await admin.try(channels.createInbox, {
      body: body({ allowedOrigins: ['javascript:alert(1)'] }),
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', params: { field: 'allowedOrigins' } },
    });
  });

  test('are refused where there are none', async () => {
    const params = { id: randomUUID() };
    const code = 'channels.inbox_not_found';
    expect(await admin.refused(channels.updateInbox, { params, body: { name: 'X' } })).toBe(code);
    expect(await admin.refused(channels.addIdentityKey, { params, body: { algorithm: 'HS256' } })).toBe(code);
    const key = { params: { ...params, keyId: randomUUID() } };
    expect(await admin.refused(channels.retireIdentityKey, key)).toBe(code);
  });

  test('are for administrators to change and for agents to read', async () => {
    const agent = await server.world.agent();
    const { id } = await make();
    expect((await agent.call(channels.listInboxes)).items.some((it) => it.id === id)).toBe(true);
    expect(await agent.refused(channels.createInbox, { body: body() })).toBe('access.forbidden');
    expect(await agent.refused(channels.updateInbox, { params: { id }, body: {} })).toBe('access.forbidden');
    const added = await agent.refused(channels.addIdentityKey, {
      params: { id },
      body: { algorithm: 'HS256' },
    });
    expect(added).toBe('access.forbidden');
  });
});

test('identity keys are added, shown without their secret, and retired, and that is announced', async () => {
  const { id } = await make();
  const added = await admin.call(channels.addIdentityKey, { params: { id }, body: { algorithm: 'HS256' } });
  expect(added.secret).toMatch(/^[\w-]{43}$/);
  const listed = (await admin.call(channels.listInboxes)).items.find((it) => it.id === id);
  expect(listed?.identityKeys).toEqual([added.key]);
  expect(JSON.stringify(listed)).not.toContain(added.secret);
  const params = { id, keyId: added.key.id };
  await admin.call(channels.retireIdentityKey, { params });
  expect(await admin.refused(channels.retireIdentityKey, { params })).toBe('request.not_found');
  const facts = await reader()
    .sql.selectFrom('events')
    .select('payload')
    .where('subject_id', '=', id)
    .where('type', '=', 'inbox.identity_key_changed')
    .orderBy('id')
    .execute();
  expect(facts.map((it) => it.payload)).toEqual([
    { change: 'added', keyId: added.key.id },
    { change: 'retired', keyId: added.key.id },
  ]);
});

describe('what the widget reads', () => {
  test('is the inbox’s, in the organisation’s name, with the languages that are answered now', async () => {
    await server.platform.database.write((tx) => writeSetting(tx, 'organisation', 'Example Exchange'));
    const { key } = await make({ topics: [...topics] });
    const agent = await server.world.agent({ languages: ['vi', 'zh'] });
    await agent.call(endpoints.people.setPresence, { body: { presence: 'online' } });
    const config = await server.nobody.call(channels.readChatConfig, { params: { key } });
    expect(config).toEqual({
      organisation: 'Example Exchange',
      topics: [...topics],
      maximumUploadBytes: 50 * 1024 * 1024,
      languagesOnline: ['vi', 'zh'],
      defaultLocale: 'en',
    });
  });

  test('is there of an inbox that is switched off, whose conversations go on, and nothing of an unknown one', async () => {
    const { id, key } = await make();
    await admin.call(channels.updateInbox, { params: { id }, body: { enabled: false } });
    expect(await server.nobody.call(channels.readChatConfig, { params: { key } })).toMatchObject({
      defaultLocale: 'en',
    });
    expect(await server.nobody.refused(channels.readChatConfig, { params: { key: 'unknown' } })).toBe(
      'channels.inbox_not_found',
    );
    expect(await readInboxByKey(reader(), key)).toMatchObject({ id, enabled: false });
    expect(await readInboxByKey(reader(), 'unknown')).toBeUndefined();
    expect((await readInbox(reader(), id))?.enabled).toBe(false);
  });
});

test('our own pages show the oldest inbox that is enabled', async () => {
  const enabled = (await admin.call(channels.listInboxes)).items.filter((it) => it.enabled);
  expect((await readChatInbox(reader()))?.id).toBe(enabled[0]?.id);
});
