import { randomUUID } from 'node:crypto';
import { endpoints, type Locale } from '@fairlead/contract';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../../exchange/exchange.testing.ts';

/** Texts of one's own: who may change them, what is refused, and that everything says them at once, on every node. */
const { assistant, chat, copilot, flows } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let other: TestServer;
let inbox: { key: string; secret: string };
let lead: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  const settings = {
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  };
  server = await createTestServer(settings);
  // Of another role, so that what happens is handed out by the node that is waited for.
  other = await createTestServer({ ...settings, ROLE: 'web' }, server);
  const team = await server.world.team();
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  inbox = await server.world.inbox({ team, assistant: true });
});

const change = (changes: Record<string, string | null>, locale: Locale = 'en') => ({
  body: { locale, changes: Object.entries(changes).map(([key, text]) => ({ key, text })) },
});
const texts = async (locale: Locale = 'en') => lead.call(assistant.texts, { query: { locale } });
const textOf = async (key: string, locale: Locale = 'en') =>
  (await texts(locale)).items.find((it) => it.key === key);

/** What is one's own is let go of after each test. */
afterEach(async () => {
  for (const locale of ['en', 'ru'] as const) {
    const own = (await texts(locale)).items.filter((it) => it.own);
    if (own.length > 0)
      await lead.call(
        assistant.changeTexts,
        change(Object.fromEntries(own.map((it) => [it.key, null])), locale),
      );
  }
});

async function visitor() {
  const customer = await server.world.customer(inbox.key, { locale: 'en' });
  let id: string | undefined;
  return async (text: string) => {
    const body = { key: randomUUID(), text, attachmentIds: [] };
    const { conversation } = id
      ? await customer.call(chat.post, { params: { id }, body })
      : await customer.call(chat.start, { body: { ...body, topic: null, locale: 'en' } });
    id = conversation.id;
    await server.settle();
    const thread = await customer.call(chat.messages, { params: { id }, query: {} });
    return { ...thread, id, last: thread.items.findLast((it) => it.author.type === 'bot') };
  };
}

const price = { slots: { asset: 'BTC', pair: 'BTC/USDT' }, locale: 'en' as const };

test('a text of a flow is said at once: by the chat, to the customer, to agents, and on another node', async () => {
  const own = 'Trading of {pair} at <b>{price}</b> & counting.';
  await lead.call(assistant.changeTexts, change({ 'exchange.price.last': own }));
  const said = /^Trading of BTC\/USDT at <b>[\d,.]+ USDT<\/b> & counting\./;

  const { id, last } = await (await visitor())('What is the price of BTC now?');
  expect(last?.text).toMatch(said);
  const customer = await server.world.customer(inbox.key);
  expect((await customer.call(flows.run, { params: { flow: 'price' }, body: price })).text).toMatch(said);
  const params = { id, flow: 'price' as const };
  expect((await lead.call(flows.runForConversation, { params, body: price })).text).toMatch(said);
  const drafted = await lead.call(copilot.lookUp, {
    params: { id },
    body: { flow: 'price', slots: price.slots, locale: 'en' },
  });
  expect(drafted.draft.text).toMatch(said);
  const there = createTestClient(other.url, lead.headers);
  expect((await there.call(flows.runForConversation, { params, body: price })).text).toMatch(said);

  await lead.call(assistant.changeTexts, change({ 'exchange.price.last': null }));
  expect((await there.call(flows.runForConversation, { params, body: price })).text).not.toMatch(said);
});

test('a button whose text is another means what it meant', async () => {
  await lead.call(assistant.changeTexts, change({ 'assistant.choice_person': 'Get me Bob' }));
  const say = await visitor();
  expect((await say('blorp fnord wibble quux')).last?.quickReplies).toContain('Get me Bob');
  expect((await say('Get me Bob')).conversation.state).not.toBe('bot');
  // Who still has the old button in front of them.
  expect((await (await visitor())('Talk to a person')).conversation.state).not.toBe('bot');
});

test('what is tried in the studio is said as it will be', async () => {
  await lead.call(assistant.changeTexts, change({ 'assistant.out_of_scope': '{organisation}? Pardon?' }));
  const tried = await lead.call(assistant.try, { body: { text: 'blorp fnord wibble quux', locale: 'en' } });
  expect(tried.text).toMatch(/\? Pardon\?$/);
});

describe('what does not fit is refused, with what is missing', () => {
  test.each<[string, Locale, string, string, object]>([
    ['text_lacks', 'en', 'exchange.price.last', 'Only {pair}', { name: 'price' }],
    ['text_unknown', 'en', 'exchange.price.last', '{pair} {price} {who}', { name: 'who' }],
    ['text_broken', 'en', 'exchange.price.last', '{pair {price}', {}],
    [
      'text_lacks_plural',
      'ru',
      'exchange.deposit.to_withdraw',
      'После {needed, plural, one {#} other {#}}',
      { name: 'needed', category: 'few' },
    ],
  ])('%s', async (code, locale, key, text, params) => {
    expect(await lead.try(assistant.changeTexts, change({ [key]: text }, locale))).toMatchObject({
      ok: false,
      error: { code: `assistant.${code}`, params: { key, ...params } },
    });
    expect((await textOf(key, locale))?.own).toBeNull();
  });
  test('one that is not there, and all of those sent along with it', async () => {
    const refused = change({ 'assistant.abstain': 'Pardon?', 'assistant.nothing': 'No' });
    expect(await lead.refused(assistant.changeTexts, refused)).toBe('request.not_found');
    expect((await textOf('assistant.abstain'))?.own).toBeNull();
  });
  test('and who only answers changes nothing', async () => {
    const wanted = change({ 'assistant.abstain': 'Pardon?' });
    expect(await mei.refused(assistant.changeTexts, wanted)).toBe('access.forbidden');
  });
});

test('it is a version of the settings, which can be gone back to, and on record', async () => {
  const { settings } = await lead.call(assistant.settings);
  await lead.call(assistant.changeTexts, change({ 'assistant.abstain': 'Pardon?' }));
  await lead.call(assistant.changeTexts, change({ 'assistant.abstain': 'Excuse me?' }));
  const { items } = await lead.call(assistant.listVersions);
  expect(items[0]).toMatchObject({ texts: [{ locale: 'en', count: 1 }], run: null, by: { name: 'Lead' } });
  // Saving thresholds leaves texts alone.
  await lead.call(assistant.saveSettings, { body: { ...settings, greetings: { en: 'Ahoy.' } } });
  expect((await textOf('assistant.abstain'))?.own?.text).toBe('Excuse me?');
  const number = items[1]?.number ?? 0;
  await lead.call(assistant.restoreVersion, { params: { number }, body: {} });
  expect((await textOf('assistant.abstain'))?.own?.text).toBe('Pardon?');
  const [recorded] = await server.platform.database
    .reader()
    .sql.selectFrom('events')
    .select(['actor_id', 'payload'])
    .where('type', '=', 'assistant.settings_changed')
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  expect(recorded).toMatchObject({
    actor_id: lead.id,
    payload: {
      before: { texts: { en: { 'assistant.abstain': { text: 'Excuse me?' } } } },
      after: { texts: { en: { 'assistant.abstain': { text: 'Pardon?' } } } },
    },
  });
});

test('where the shipped text has become another one, that is said', async () => {
  await lead.call(assistant.changeTexts, change({ 'assistant.abstain': 'Pardon?' }));
  const { database } = server.platform;
  await database.write(async (tx) => {
    const { value } = await tx.sql
      .selectFrom('settings')
      .select('value')
      .where('key', '=', 'assistant')
      .executeTakeFirstOrThrow();
    const kept = value as { texts: { en: Record<string, { replaced: string }> } };
    const abstain = kept.texts.en['assistant.abstain'];
    if (abstain) abstain.replaced = 'As it once was.';
    await tx.sql
      .updateTable('settings')
      .set({ value: JSON.stringify(kept) })
      .where('key', '=', 'assistant')
      .execute();
  });
  const text = await textOf('assistant.abstain');
  expect(text?.own).toEqual({ text: 'Pardon?', replaced: 'As it once was.', unfit: false });
  expect((await texts()).own).toEqual({ en: 1 });
});
