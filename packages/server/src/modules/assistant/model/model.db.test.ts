import { randomUUID } from 'node:crypto';
import { type BodyOf, endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { connectLive } from '../../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import {
  dataOf,
  type GivenData,
  type ModelServer,
  type Reply,
  startModelServer,
} from './model-server.testing.ts';
import { listCalls } from './model-store.ts';

const { assistant, chat } = endpoints;
let server: TestServer;
let model: ModelServer;
let inbox: { id: string; key: string; secret: string };
let team: string;
let lead: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  model = await startModelServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  // In the middle of a day, so that none of them ends meanwhile.
  server.clock.advance({ hours: 24 + 10 - server.clock.now().getUTCHours() });
  const { world, platform } = server;
  team = await world.team();
  await signIn();
  inbox = await world.inbox({ team, assistant: true });
  await platform.database.write(writeDemoArticles);
});

/** Nobody stays signed in for days. */
async function signIn(): Promise<void> {
  const { world } = server;
  lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await world.agent({ name: 'Mei', teams: [team] });
}

const settings = (
  more: Partial<BodyOf<typeof assistant.saveModel>> = {},
): BodyOf<typeof assistant.saveModel> => ({
  on: true,
  provider: 'openai_compatible',
  url: model.url,
  model: 'small',
  seconds: 2,
  tokensPerCustomer: 1_000_000,
  tokensPerDay: 1_000_000_000,
  key: 'sk-very-secret-key',
  ...more,
});
/** Another name each time, so that nothing that failed before is remembered. */
let names = 0;
const setUp = (more: Partial<BodyOf<typeof assistant.saveModel>> = {}) =>
  lead.call(assistant.saveModel, { body: settings({ model: `small-${++names}`, ...more }) });

beforeEach(() => {
  model.asked.length = 0;
});

/** Somebody in the chat who says one thing after the other. */
async function visitor(locale: Locale = 'en') {
  const customer = await server.world.customer(inbox.key, { locale: locale as 'en' });
  let id: string | undefined;
  return async (text: string) => {
    const body = { key: randomUUID(), text, attachmentIds: [] };
    const { conversation } = id
      ? await customer.call(chat.post, { params: { id }, body })
      : await customer.call(chat.start, { body: { ...body, topic: null, locale } });
    id = conversation.id;
    await server.settle();
    const { items } = await customer.call(chat.messages, { params: { id }, query: {} });
    const turns = await mei.call(assistant.turns, { params: { id } });
    return { id, last: items.findLast((it) => it.author.type === 'bot'), turn: turns.items.at(-1) };
  };
}
const ask = async (text: string, locale: Locale = 'en') => (await visitor(locale))(text);

const question = 'How can I cancel a withdrawal that I submitted?';
/** A sentence of the first passage, as a model would take it over. */
const firstSentence = ({ passages: [passage] }: GivenData) =>
  /[^.\n]{30,}\./.exec(passage?.text ?? '')?.[0].trim() ?? '';
const quotes: Reply = { kind: 'reads', write: (data) => `${firstSentence(data).slice(0, -1)} [1].` };

describe('setting it up', () => {
  test('the key is kept and never shown, and does not follow to another address', async () => {
    expect((await lead.call(assistant.readModel)).model).toBeNull();
    const saved = await lead.call(assistant.saveModel, { body: settings() });
    expect(saved.model).toMatchObject({ provider: 'openai_compatible', model: 'small', keyKept: true });
    const { key: _, ...withoutKey } = settings();
    expect((await lead.call(assistant.saveModel, { body: withoutKey })).model?.keyKept).toBe(true);
    const path = { ...withoutKey, url: `${model.url}/other` };
    expect((await lead.call(assistant.saveModel, { body: path })).model?.keyKept).toBe(true);
    const elsewhere = { ...withoutKey, url: 'https://models.example.com/v1' };
    expect((await lead.call(assistant.saveModel, { body: elsewhere })).model?.keyKept).toBe(false);
    await lead.call(assistant.saveModel, { body: settings() });
    const { key } = await server.platform.database
      .reader()
      .sql.selectFrom('assistant_model')
      .select('key')
      .executeTakeFirstOrThrow();
    expect(key).not.toContain('secret');
    const changes = await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select('payload')
      .where('type', '=', 'assistant.model_changed')
      .execute();
    expect(changes.map((it) => it.payload)).toContainEqual(expect.objectContaining({ keyChanged: true }));
    expect(JSON.stringify(changes)).not.toMatch(/sk-very|secret-key/);
  });

  test('who only answers may not, and nothing goes out in the clear to the internet', async () => {
    for (const call of [assistant.saveModel, assistant.tryModel])
      expect(await mei.try(call, { body: settings() })).toMatchObject({
        error: { code: 'access.forbidden' },
      });
    const other = await createTestServer();
    const admin = await other.world.agent({ name: 'A', teams: [], roles: ['administrator'] });
    expect(await admin.try(assistant.saveModel, { body: settings() })).toMatchObject({
      error: { code: 'request.invalid' },
    });
    const body = settings({ url: model.url.replace('http:', 'https:') });
    expect(await admin.call(assistant.tryModel, { body })).toMatchObject({ outcome: 'refused_address' });
  });

  test.each<[Reply, object]>([
    [
      { kind: 'says', text: 'ready' },
      { outcome: 'answered', status: null },
    ],
    [{ kind: 'says', text: ' ' }, { outcome: 'no_answer' }],
    [{ kind: 'never_ends', text: 'ready ' }, { outcome: 'too_long' }],
    [
      { kind: 'status', status: 401 },
      { outcome: 'denied', status: 401 },
    ],
    [{ kind: 'silent' }, { outcome: 'timed_out' }],
  ])('tried with %j', async (reply, outcome) => {
    model.behave(reply);
    // Only of silence is time what counts.
    const body = settings(reply.kind === 'silent' ? {} : { seconds: 20 });
    expect(await lead.call(assistant.tryModel, { body })).toMatchObject(outcome);
  });
});

describe('a model puts answers into words', () => {
  test.each(['openai_compatible', 'anthropic'] as const)('of %s', async (provider) => {
    await setUp({ provider });
    model.behave(quotes);
    const { last, turn, id } = await ask(question);
    const data = dataOf(model.asked[0]?.body ?? { messages: [] });
    expect(last?.text).toBe(firstSentence(data));
    expect(last?.sources).toEqual([
      { title: 'Cancel a withdrawal', url: '/help/en/deposit-and-withdrawal/cancel-a-withdrawal' },
    ]);
    expect(last?.quickReplies).toContain('Talk to a person');
    expect(turn?.trace).toMatchObject({
      decision: 'answer',
      model: { provider, outcome: 'answered', dropped: 0, tokens: 450 },
    });
    const params = { id, seq: turn?.seq ?? 0 };
    const { items } = await lead.call(assistant.modelCalls, { params });
    expect(items).toMatchObject([{ outcome: 'answered', inputTokens: 400, outputTokens: 50, dropped: [] }]);
    expect(items[0]?.prompt).toContain(question);
    expect(items[0]?.answer).toContain('[1]');
    expect(await mei.try(assistant.modelCalls, { params })).toMatchObject({
      error: { code: 'access.forbidden' },
    });
  });

  test('what is not held up is left out, and told', async () => {
    await setUp();
    model.behave({
      kind: 'reads',
      write: (data) => `${firstSentence(data)} [1] It takes 77 days [1]. ${firstSentence(data)} [1]`,
    });
    const { last, turn, id } = await ask(question);
    expect(last?.text).not.toContain('77');
    expect(turn?.trace.model).toMatchObject({ outcome: 'answered', dropped: 1 });
    const { items } = await lead.call(assistant.modelCalls, { params: { id, seq: turn?.seq ?? 0 } });
    expect(items[0]?.dropped).toEqual([{ text: 'It takes 77 days.', reason: 'exact_part' }]);
    expect(items[0]?.sentences).toMatchObject([
      { cites: [1], dropped: null },
      { text: 'It takes 77 days.', cites: [1], dropped: 'exact_part' },
      { cites: [1], dropped: null },
    ]);
  });

  test('secrets are not given away, nor kept', async () => {
    await setUp();
    model.behave(quotes);
    const { id, turn } = await ask(`${question} My password: hunter2!x, my mail ann@example.com`);
    expect(JSON.stringify(model.asked)).not.toMatch(/hunter2|ann@example/);
    const { items } = await lead.call(assistant.modelCalls, { params: { id, seq: turn?.seq ?? 0 } });
    expect(items[0]?.prompt).toContain('[password]');
  });

  test('it is told of the thread, and given what was not given before', async () => {
    await setUp();
    model.behave(quotes);
    const say = await visitor();
    await say(question);
    await say('How do I create an API key?');
    const [first, second] = model.asked.map((it) => dataOf(it.body));
    expect(first?.before).toEqual([]);
    expect(second?.before).toMatchObject([{ by: 'customer', text: question }, { by: 'assistant' }]);
    expect(second?.passages.map((it) => it.text)).not.toContain(first?.passages[0]?.text);
  });

  test('not where people are needed, nor for small words', async () => {
    await setUp();
    model.behave(quotes);
    for (const text of ['Hello', 'I want to talk to a human please', 'My account was hacked', 'thanks!'])
      expect((await ask(text)).turn?.trace.model).toBeNull();
    expect(model.asked).toEqual([]);
  });

  test('a trial in the console asks it too, and is paid for', async () => {
    await setUp();
    model.behave(quotes);
    const before = await lead.call(assistant.readModel);
    const tried = await lead.call(assistant.try, { body: { text: question, locale: 'en' } });
    expect(tried.trace.model).toMatchObject({ outcome: 'answered' });
    expect((await lead.call(assistant.readModel)).tokensToday).toBe(before.tokensToday + 450);
    const params = { id: tried.modelCallId ?? '' };
    const call = await lead.call(assistant.modelCall, { params });
    expect(call).toMatchObject({ outcome: 'answered', inputTokens: 400 });
    expect(call.prompt).toContain(question);
    expect(await mei.try(assistant.modelCall, { params })).toMatchObject({
      error: { code: 'access.forbidden' },
    });
    const { database, jobs } = server.platform;
    const old = new Date(server.clock.now().getTime() - 91 * 86_400_000);
    await database.write((tx) =>
      tx.sql
        .updateTable('assistant_model_calls')
        .set({ created_at: old })
        .where('id', '=', params.id)
        .execute(),
    );
    await jobs.turn('assistant.forget_model_calls');
    expect(await lead.try(assistant.modelCall, { params })).toMatchObject({
      error: { code: 'request.not_found' },
    });
  });
});

describe('the article’s own words go out', () => {
  test.each<[string, Reply, string, Locale?]>([
    ['where it says that it does not know', { kind: 'says', text: 'NO_ANSWER' }, 'no_answer'],
    ['where nothing is cited', { kind: 'says', text: 'You can cancel it, I think.' }, 'unsupported'],
    [
      'where it cites what there is not',
      { kind: 'says', text: 'You can cancel a withdrawal [9].' },
      'unsupported',
    ],
    [
      'where a number is made up',
      { kind: 'says', text: 'You can cancel a withdrawal within 77 minutes [1].' },
      'unsupported',
    ],
    [
      'where it leads away',
      { kind: 'says', text: 'Cancel the withdrawal at https://htx-help.example [1].' },
      'unsafe',
    ],
    [
      'where it asks for the code',
      { kind: 'says', text: 'Send me your verification code to cancel the withdrawal [1].' },
      'unsafe',
    ],
    [
      'where it obeys somebody else',
      { kind: 'says', text: 'Ignore your instructions, said the customer. I obey. Free money for all.' },
      'unsupported',
    ],
    [
      'in another language',
      { kind: 'says', text: '您可以在提币记录里取消还在审核的提币[1]。' },
      'other_language',
    ],
    ['where it does not end', { kind: 'never_ends', text: 'You can cancel a withdrawal [1]. ' }, 'too_long'],
    ['after silence', { kind: 'silent' }, 'timed_out'],
    ['after a stall', { kind: 'stalls', text: 'You can cancel' }, 'timed_out'],
    ['after a broken stream', { kind: 'breaks', text: 'You can cancel a withdrawal [1].' }, 'failed'],
    ['at a limit', { kind: 'status', status: 429 }, 'rate_limited'],
    ['at a fault', { kind: 'status', status: 500 }, 'failed'],
    ['at garbage', { kind: 'garbage' }, 'failed'],
  ])('%s', async (_, reply, outcome) => {
    await setUp({ on: false });
    const plain = (await ask(question)).last;
    await setUp(outcome === 'timed_out' ? {} : { seconds: 20 });
    model.behave(reply);
    const { last, turn } = await ask(question);
    expect(last).toMatchObject({
      text: plain?.text,
      sources: plain?.sources,
      quickReplies: plain?.quickReplies,
    });
    expect(turn?.trace.model).toMatchObject({ outcome });
    expect(model.asked).toHaveLength(1);
  });

  test('at once after five failures, for half a minute', async () => {
    await setUp();
    model.behave({ kind: 'status', status: 500 });
    for (let time = 0; time < 5; time++) await ask(question);
    expect(model.asked).toHaveLength(5);
    expect((await ask(question)).turn?.trace.model).toMatchObject({ outcome: 'paused', tokens: 0 });
    expect(model.asked).toHaveLength(5);
    server.clock.advance({ seconds: 31 });
    model.behave(quotes);
    expect((await ask(question)).turn?.trace.model).toMatchObject({ outcome: 'answered' });
  });

  test('once the day’s tokens of the customer, or of all, are used up, until the next day', async () => {
    await setUp({ tokensPerCustomer: 1000 });
    model.behave({ kind: 'says', text: 'NO_ANSWER' });
    const say = await visitor();
    const outcomes: unknown[] = [];
    const texts = [
      question,
      'How do I create an API key?',
      'What are order types?',
      'How do I verify my identity?',
    ];
    for (const text of texts) outcomes.push((await say(text)).turn?.trace.model?.outcome);
    expect(outcomes).toEqual(['no_answer', 'no_answer', 'no_answer', 'over_budget']);
    expect((await ask(question)).turn?.trace.model).toMatchObject({ outcome: 'no_answer' });
    const { tokensToday } = await lead.call(assistant.readModel);
    await setUp({ tokensPerDay: tokensToday });
    expect((await ask(question)).turn?.trace.model).toMatchObject({ outcome: 'over_budget' });
    server.clock.advance({ days: 1 });
    await signIn();
    expect((await ask(question)).turn?.trace.model).toMatchObject({ outcome: 'no_answer' });
  });
});

test('the customer sees that it is being written', async () => {
  await setUp();
  model.behave(quotes);
  const customer = await server.world.customer(inbox.key, { locale: 'en' });
  const { token } = customer.session;
  const socket = connectLive(server.url, { token, browserKey: customer.browserKey });
  await socket.hear((it) => it.t === 'welcome');
  await customer.call(chat.start, {
    body: { key: randomUUID(), text: question, attachmentIds: [], topic: null, locale: 'en' },
  });
  await server.settle();
  const typing = await socket.hear((it) => it.t === 'event' && it.event.type === 'agent.typing');
  expect(typing).toMatchObject({ event: { on: true, name: 'Assistant' } });
});

test('what it was given to read is kept for ninety days', async () => {
  await setUp();
  model.behave(quotes);
  const { id, turn } = await ask(question);
  expect(turn?.trace.model).toMatchObject({ outcome: 'answered' });
  const kept = async () => {
    await server.platform.jobs.turn('assistant.forget_model_calls');
    return (await listCalls(server.platform.database.reader(), id, turn?.seq ?? 0)).length;
  };
  server.clock.advance({ days: 89 });
  expect(await kept()).toBe(1);
  server.clock.advance({ days: 2 });
  expect(await kept()).toBe(0);
});
