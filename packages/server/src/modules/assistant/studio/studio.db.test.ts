import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

const { assistant, chat, conversations } = endpoints;
let server: TestServer;
let inbox: { id: string; key: string; secret: string };
let lead: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world, platform } = server;
  const team = await world.team();
  lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  inbox = await world.inbox({ team, assistant: true });
  await platform.database.write(writeDemoArticles);
});

/** A visitor in the chat, who says one thing after the other. */
async function visitor(locale: 'en' | 'ja' = 'en') {
  const customer = await server.world.customer(inbox.key, { locale });
  let id: string | undefined;
  return async (text: string) => {
    const body = { key: randomUUID(), text, attachmentIds: [] };
    const { conversation } = id
      ? await customer.call(chat.post, { params: { id }, body })
      : await customer.call(chat.start, { body: { ...body, topic: null, locale } });
    id = conversation.id;
    await server.settle();
    const { items } = await customer.call(chat.messages, { params: { id }, query: {} });
    return { id, last: items.findLast((it) => it.author.type === 'bot') };
  };
}

test('what it has stands in a list of its own, and among the unassigned once it waits for people', async () => {
  const say = await visitor();
  const { id } = await say('How do I create an API key?');
  const listed = async (view: 'assistant' | 'unassigned') =>
    (await mei.call(conversations.list, { query: { view, limit: 100 } })).items.some((it) => it.id === id);
  const before = await mei.call(conversations.counts);
  expect([await listed('assistant'), await listed('unassigned')]).toEqual([true, false]);
  await say('Talk to a person');
  expect([await listed('assistant'), await listed('unassigned')]).toEqual([false, true]);
  const after = await mei.call(conversations.counts);
  expect(after.assistant).toBe(before.assistant - 1);
  expect(after.unassigned).toBe(before.unassigned + 1);
});

test('a turn keeps what the customer was given to read', async () => {
  const say = await visitor();
  const { id, last } = await say('How can I cancel a withdrawal that I submitted?');
  const { items } = await mei.call(assistant.turns, { params: { id } });
  expect(items[0]?.trace.sources).toEqual(last?.sources);
});

test('a trial goes on where the answer before ended, and writes nothing', async () => {
  const before = await lead.call(conversations.counts);
  const first = await lead.call(assistant.try, {
    body: { text: 'How can I cancel a withdrawal that I submitted?', locale: 'en' },
  });
  expect(first.sources[0]?.url).toContain('cancel-a-withdrawal');
  expect(first.trace).toMatchObject({ decision: 'answer', locale: 'en', sources: first.sources });
  const again = (memory: string) =>
    lead.call(assistant.try, { body: { text: 'That did not help', locale: 'en', memory } });
  const second = await again(first.memory);
  expect(second.trace.decision).toBe('did_not_help');
  expect((await again(second.memory)).trace).toMatchObject({ decision: 'hand_over', handOver: 'unsure' });
  expect(await lead.call(conversations.counts)).toEqual(before);
});

test.each(['no JSON', '{"failures":"many"}'])('a memory that is none is refused: %s', async (memory) => {
  const answer = await lead.try(assistant.try, { body: { text: 'Hello', locale: 'en', memory } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
});

test('settings hold from the next answer on, and who changed them is on record', async () => {
  const { settings, usual } = await lead.call(assistant.settings);
  expect(settings).toEqual({ thresholds: usual.thresholds, greetings: {} });
  expect(usual.greetings['zh-CN']).not.toContain('{organisation}');
  const changed = {
    thresholds: { ...settings.thresholds, answer: 0.99, hedge: 0.98, clarify: 0.97 },
    greetings: { en: 'Ahoy from the desk of {organisation}.' },
  };
  await lead.call(assistant.saveSettings, { body: changed });
  const say = await visitor();
  expect((await say('Hello')).last?.text).toMatch(/^Ahoy from the desk of [^{]*\.$/);
  expect((await lead.call(assistant.settings)).settings).toEqual(changed);
  const recorded = await server.platform.database
    .reader()
    .sql.selectFrom('events')
    .select(['actor_id', 'payload'])
    .where('type', '=', 'assistant.settings_changed')
    .executeTakeFirstOrThrow();
  expect(recorded).toEqual({
    actor_id: lead.id,
    payload: { before: { ...settings, texts: {} }, after: { ...changed, texts: {} } },
  });
  const { last } = await (await visitor('ja'))('こんにちは');
  expect(last?.text).toBe(usual.greetings.ja);
  await lead.call(assistant.saveSettings, { body: settings });
  expect((await (await visitor())('Hello')).last?.text).toBe(usual.greetings.en);
});

test('thresholds out of order are refused, and who only answers changes nothing', async () => {
  const { settings } = await lead.call(assistant.settings);
  const body = { ...settings, thresholds: { ...settings.thresholds, answer: 0.2, hedge: 0.4 } };
  expect(await lead.try(assistant.saveSettings, { body })).toMatchObject({
    ok: false,
    error: { code: 'request.invalid' },
  });
  expect(await mei.try(assistant.saveSettings, { body: settings })).toMatchObject({
    ok: false,
    error: { code: 'access.forbidden' },
  });
});

test('what would hold with other settings is tried before it is saved', async () => {
  const { settings } = await lead.call(assistant.settings);
  const body = { text: 'withdrawal', locale: 'en' as const };
  const strict = {
    ...settings,
    thresholds: { answer: 0.99, hedge: 0.99, clarify: 0.99, outOfScope: 0.99 },
  };
  const { trace } = await lead.call(assistant.try, { body });
  expect(trace.intents[0]?.probability).toBeLessThan(0.99);
  expect(trace.decision).not.toBe('abstain');
  expect((await lead.call(assistant.try, { body: { ...body, settings: strict } })).trace.decision).toBe(
    'abstain',
  );
});
