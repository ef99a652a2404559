import { endpoints, type OfficialEntry } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

const { official } = endpoints;
let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  admin = await server.world.agent({ roles: ['administrator'] });
  agent = await server.world.agent({ roles: ['agent'] });
});

const add = (value: string, more: Partial<OfficialEntry> = {}) =>
  admin.call(official.add, { body: { standing: 'official', kind: 'domain', value, ...more } });
const verdictOf = async (text: string, node = server) =>
  (await node.nobody.call(official.check, { body: { text } })).verdict;
const rowsOf = async (from: string) =>
  (
    await server.platform.database.raw(
      `select type, actor_id, payload from events where type like 'official.${from}%' order by occurred_at, id`,
    )
  ).rows;

test('what administrators add counts at once, for everybody, and retired no longer', async () => {
  expect(await verdictOf('https://www.harbour.example/x')).toBe('not_ours');
  const entry = await add('https://Harbour.example/', { subdomains: true, label: 'Website' });
  expect(entry).toMatchObject({ value: 'harbour.example', addedBy: admin.id, state: 'active' });
  const found = await server.nobody.call(official.check, { body: { text: 'https://www.harbour.example/x' } });
  expect(found).toEqual({
    verdict: 'official',
    findings: [
      {
        input: 'https://www.harbour.example/x',
        readAs: { kind: 'domain', value: 'www.harbour.example', platform: null },
        verdict: 'official',
        label: 'Website',
        reasons: [],
      },
    ],
  });
  const params = { id: entry.id };
  const words = { label: 'Website', note: 'Moved', subdomains: true };
  await admin.call(official.update, { params, body: { ...words, state: 'retired' } });
  expect(await verdictOf('harbour.example')).toBe('not_ours');
  await admin.call(official.update, { params, body: { ...words, state: 'active' } });
  expect(await verdictOf('harbour.example')).toBe('official');
  expect(await rowsOf('entry')).toMatchObject(
    ['added', 'retired', 'restored'].map((change) => ({
      actor_id: admin.id,
      payload: { change, standing: 'official', kind: 'domain' },
    })),
  );
});

test('another node hears of it within a second', async () => {
  const other = await createTestServer({}, server);
  expect(await verdictOf('second.example', other)).toBe('not_ours');
  await add('second.example');
  server.clock.advance({ seconds: 1 });
  expect(await verdictOf('second.example', other)).toBe('official');
});

test('all agents read the registry, and only administrators write it', async () => {
  expect((await agent.call(official.list)).items.length).toBeGreaterThan(0);
  const body = { standing: 'official' as const, kind: 'domain' as const, value: 'mine.example' };
  expect(await agent.refused(official.add, { body })).toBe('access.forbidden');
  expect(await server.nobody.refused(official.list)).toBe('access.not_signed_in');
});

test('what is no such thing, or would take in what is not theirs, is refused; and the same twice', async () => {
  const refused = (kind: OfficialEntry['kind'], value: string) =>
    admin.refused(official.add, { body: { standing: 'official', kind, value } });
  expect(await refused('domain', 'com')).toBe('official.value_invalid');
  expect(await refused('phone', '020 7946 0958')).toBe('official.value_invalid');
  expect(await refused('handle', 'somebody')).toBe('official.value_invalid');
  await add('once.example');
  expect(await refused('domain', 'ONCE.example.')).toBe('official.taken');
});

test('a list is read line by line', async () => {
  const lines = [
    'list.example, Website',
    'list.example',
    '@mail.list.example,Notices',
    'https://t.me/list_support , Support',
    '',
    'no idea what',
  ];
  expect(await admin.call(official.importLines, { body: { standing: 'official', lines } })).toEqual({
    added: 3,
    known: 1,
    refused: ['no idea what'],
  });
  const { items } = await admin.call(official.list);
  expect(
    items
      .filter((it) => it.value.includes('list'))
      .map((it) => [it.kind, it.value, it.label])
      .sort(),
  ).toEqual([
    ['domain', 'list.example', 'Website'],
    ['email_domain', 'mail.list.example', 'Notices'],
    ['handle', 'list_support', 'Support'],
  ]);
});

test('what is reported is counted, decided once, and then known', async () => {
  await add('ours.example', { subdomains: true });
  const report = (text: string, note = '') => server.nobody.call(official.report, { body: { text, note } });
  expect(await report('https://www.ours.example')).toEqual({ taken: 0 });
  await add('@ours_x', { kind: 'handle', platform: 'x' });
  expect(await report('@ours_x')).toEqual({ taken: 0 });
  expect(await report('https://ours-bonus.example/a', 'They want my code')).toEqual({ taken: 1 });
  expect(await report('ours-bonus.example', 'And my money')).toEqual({ taken: 1 });
  await report('https://t.me/nobody_bad');
  const { items } = await agent.call(official.listReports);
  expect(items).toMatchObject([
    {
      kind: 'domain',
      value: 'ours-bonus.example',
      count: 2,
      notes: ['And my money', 'They want my code'],
      state: 'open',
    },
    { kind: 'handle', platform: 'telegram', value: 'nobody_bad', count: 1, notes: [] },
  ]);
  const [bad, good] = items;
  if (!bad || !good) throw new Error('two reports');
  const accept = { params: { id: bad.id }, body: { decision: 'accept' as const, note: 'Asks for codes' } };
  expect(await agent.refused(official.decide, accept)).toBe('access.forbidden');
  await admin.call(official.decide, accept);
  await admin.call(official.decide, { params: { id: good.id }, body: { decision: 'dismiss' } });
  expect(await admin.refused(official.decide, accept)).toBe('official.report_decided');
  expect(await verdictOf('https://login.ours-bonus.example')).toBe('impostor');
  expect(await verdictOf('https://t.me/nobody_bad')).toBe('not_ours');
  expect((await agent.call(official.listReports)).items).toEqual([]);
  expect(await rowsOf('report')).toMatchObject([
    { payload: { decision: 'accept' } },
    { payload: { decision: 'dismiss' } },
  ]);
  // Of whom nobody said where they are, warned of everywhere.
  expect(await report('@ours_help_desk')).toEqual({ taken: 1 });
  const [anywhere] = (await admin.call(official.listReports)).items;
  const params = { id: anywhere?.id ?? '' };
  await admin.call(official.decide, { params, body: { decision: 'accept' } });
  expect(await verdictOf('https://t.me/ours_help_desk')).toBe('impostor');
  // What is known already waits for nobody.
  expect(await report('ours-bonus.example')).toEqual({ taken: 0 });
});

test('a report of what has become ours is refused when it is taken', async () => {
  await server.nobody.call(official.report, { body: { text: 'late.example' } });
  await add('late.example');
  const [report] = (await admin.call(official.listReports)).items;
  const params = { id: report?.id ?? '' };
  expect(await admin.refused(official.decide, { params, body: { decision: 'accept' } })).toBe(
    'official.taken',
  );
});

test('an e-mail is examined as its file; names that nobody signed prove nothing', async () => {
  await add('letters.example', { kind: 'email_domain' });
  const send = (body: string | Uint8Array<ArrayBuffer>, type = 'application/octet-stream') =>
    fetch(`${server.url}/api/official-check/letter`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  const answer = await send(
    'From: Us <no-reply@letters.example>\r\nReply-To: x@elsewhere.example\r\nSubject: Hi\r\n\r\nGo to https://elsewhere.example/a now\r\n',
  );
  const found = official.checkLetter.response.parse(await answer.json());
  expect(found.verdict).not.toBe('official');
  expect(found.letter).toMatchObject({
    from: 'no-reply@letters.example',
    replyTo: ['x@elsewhere.example'],
    dkim: 'none',
    subject: 'Hi',
  });
  expect(found.letter.foreignLinks.map((it) => it.input)).toEqual(['https://elsewhere.example/a']);
  expect((await send(new Uint8Array(1_100_000))).status).toBe(413);
  expect((await send('{}', 'application/json')).status).toBe(400);
});

test('who asks too often waits', async () => {
  const busy = await createTestServer({}, server);
  const answers = await Promise.all(
    Array.from({ length: 61 }, async () => {
      const answer = await fetch(`${busy.url}/api/official-check`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'a.example' }),
      });
      return answer.status;
    }),
  );
  expect(answers.filter((it) => it === 429)).toHaveLength(1);
});
