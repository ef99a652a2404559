import { randomUUID } from 'node:crypto';
import { type BodyOf, endpoints, type Locale, type ModelOutcome } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../../../testing/test-server.ts';
import type { TestAgent } from '../../../../testing/world.ts';
import {
  type Behaviour,
  type EmbeddingServer,
  startEmbeddingServer,
} from '../../model/embed/embedding-server.testing.ts';
import { referenceQuestions } from './reference-questions.ts';

const { assistant, help } = endpoints;
let server: TestServer;
let model: EmbeddingServer;
let lead: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  model = await startEmbeddingServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  const { world, platform } = server;
  const team = await world.team();
  lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  await platform.database.write(writeDemoArticles);
  model.teach('inheritance', /grandfather|großvater|祖父/i);
  model.teach('carbon', /carbon|co2/i);
});
beforeEach(() => {
  model.asked.length = 0;
  model.behave({ kind: 'knows' });
});

/** Another name each time, so that nothing that failed before is remembered. */
let names = 0;
const settings = (
  more: Partial<BodyOf<typeof assistant.saveModel>> = {},
): BodyOf<typeof assistant.saveModel> => ({
  on: false,
  provider: 'openai_compatible',
  url: model.url,
  model: 'small',
  // A slow machine answers late, too: only whoever is silent is given up soon.
  seconds: 20,
  tokensPerCustomer: 1_000_000,
  tokensPerDay: 1_000_000_000,
  embeddings: `near-${++names}`,
  key: 'sk-very-secret-key',
  ...more,
});
const patienceWith = ({ kind }: Behaviour) => (kind === 'silent' ? { seconds: 2 } : {});
const setUp = (more: Partial<BodyOf<typeof assistant.saveModel>> = {}) =>
  lead.call(assistant.saveModel, { body: settings(more) });
const trial = (more: Partial<BodyOf<typeof assistant.saveModel>> = {}) =>
  lead.call(assistant.tryEmbeddings, { body: settings(more) });

/** Searches that find nothing are questions too. */
async function search(locale: Locale, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const query = { text, locale, place: 'pages' as const, final: 'true' as const };
    await server.nobody.call(help.search, { query });
  }
}
const gather = async () => (await lead.call(assistant.gatherQuestions)).added;
const clustersWith = async (pattern: RegExp) => {
  const { items } = await lead.call(assistant.listClusters, { query: { locale: 'en', state: 'open' } });
  const whole = await Promise.all(
    items.map(({ id }) => lead.call(assistant.readCluster, { params: { id }, query: { locale: 'en' } })),
  );
  return whole.filter((it) => it.items.some(({ text }) => pattern.test(text)));
};
const lastOutcome = async () =>
  (await lead.call(assistant.listClusters, { query: { locale: 'en', state: 'open' } })).embeddings;
const calls = () =>
  server.platform.database
    .reader()
    .sql.selectFrom('assistant_model_calls')
    .select(['model', 'outcome', 'input_tokens', 'prompt', 'spender_id'])
    .orderBy('created_at')
    .execute();

describe('trying one', () => {
  test('it is asked about what came along, and what comes of it is measured', async () => {
    const found = await trial({ embeddings: 'tried' });
    expect(found).toMatchObject({ outcome: 'answered', status: null, found: { dimensions: 64, counts: 1 } });
    expect(found.found?.right).toBeGreaterThan(0.95);
    const own = new Set(referenceQuestions().map((it) => it.text));
    expect(model.asked.flatMap((it) => it.input).every((it) => own.has(it))).toBe(true);
    expect(model.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      authorization: 'Bearer sk-very-secret-key',
      model: 'tried',
    });
    expect(model.asked.every((it) => it.input.length <= 16)).toBe(true);
    // What it costs counts, and is the agent's who tried it.
    const spent = (await calls()).filter((it) => it.model === 'tried');
    expect(spent.reduce((sum, it) => sum + it.input_tokens, 0)).toBe(own.size * 10);
    expect(new Set(spent.map((it) => it.spender_id))).toEqual(new Set([lead.id]));
    expect((await lead.call(assistant.readModel)).model).toBeNull();
  });

  test('one that answers in another order is read rightly, one that knows nothing counts nothing', async () => {
    model.behave({ kind: 'reversed' });
    expect((await trial()).found).toMatchObject({ counts: 1 });
    model.behave({ kind: 'knows_nothing' });
    expect((await trial()).found).toMatchObject({ counts: 0 });
  });

  test.each<[Behaviour, ModelOutcome, number | null]>([
    [{ kind: 'fewer' }, 'failed', null],
    [{ kind: 'not_a_number' }, 'failed', null],
    [{ kind: 'garbage' }, 'failed', null],
    [{ kind: 'huge' }, 'failed', null],
    [{ kind: 'dimensions', dimensions: 3 }, 'failed', null],
    [{ kind: 'silent' }, 'timed_out', null],
    [{ kind: 'status', status: 401 }, 'denied', 401],
    [{ kind: 'status', status: 404 }, 'denied', 404],
    [{ kind: 'status', status: 429 }, 'rate_limited', 429],
    [{ kind: 'status', status: 500 }, 'failed', 500],
  ])('%j is told as %s', async (behaviour, outcome, status) => {
    model.behave(behaviour);
    expect(await trial(patienceWith(behaviour))).toMatchObject({ outcome, status, found: null });
    // It is not asked again and again.
    expect(model.asked).toHaveLength(1);
  });

  test('nobody there, and none named', async () => {
    expect(await trial({ url: 'http://127.0.0.1:1/v1' })).toMatchObject({
      outcome: 'unreachable',
      found: null,
    });
    expect(await lead.refused(assistant.tryEmbeddings, { body: settings({ embeddings: null }) })).toBe(
      'request.invalid',
    );
  });

  test('who only answers may not; and Anthropic has none', async () => {
    expect(await mei.refused(assistant.tryEmbeddings, { body: settings() })).toBe('access.forbidden');
    for (const endpoint of [assistant.saveModel, assistant.tryEmbeddings])
      expect(await lead.refused(endpoint, { body: settings({ provider: 'anthropic' }) })).toBe(
        'request.invalid',
      );
    expect(model.asked).toEqual([]);
  });
});

describe('putting questions together', () => {
  test('without a model nothing is asked; what is kept then is made up for once there is one', async () => {
    await search('en', 'grandfather qwv zzk jane@qzxw.zqk');
    expect(await gather()).toBe(1);
    expect(await lastOutcome()).toBeNull();
    expect(model.asked).toEqual([]);
    await setUp();
    await search('de', 'Großvater xxq zzj');
    await search('ja', '祖父 qqz xkw');
    await search('en', 'carbon vvq zzx');
    expect(await gather()).toBe(3);
    expect(await lastOutcome()).toBe('answered');
    const found = await clustersWith(/grandfather|großvater|祖父/i);
    expect(found).toHaveLength(1);
    expect(found[0]?.items.map((it) => it.locale).toSorted()).toEqual(['de', 'en', 'ja']);
    expect(await clustersWith(/carbon/)).toHaveLength(1);
    // Without what names somebody, and kept once: by its id.
    const sent = JSON.stringify(model.asked);
    expect(sent).toMatch(/großvater/i);
    expect(sent).not.toContain('jane');
    const kept = JSON.stringify(await calls());
    expect(kept).not.toMatch(/großvater/i);
    expect(kept).not.toMatch(/secret-key/);
  });

  test('each question is asked about once, and the model measured once', async () => {
    expect(await gather()).toBe(0);
    expect(model.asked).toEqual([]);
    await search('en', 'CO2 kqzv vvwz');
    expect(await gather()).toBe(1);
    expect(model.asked.map((it) => it.input.length)).toEqual([1]);
    const [carbon, ...others] = await clustersWith(/carbon|co2/i);
    expect(others).toEqual([]);
    expect(carbon?.items).toHaveLength(2);
  });

  test.each<[Behaviour, ModelOutcome]>([
    [{ kind: 'fewer' }, 'failed'],
    [{ kind: 'not_a_number' }, 'failed'],
    [{ kind: 'silent' }, 'timed_out'],
    [{ kind: 'status', status: 429 }, 'rate_limited'],
    // It is another than the one that was measured.
    [{ kind: 'dimensions', dimensions: 96 }, 'failed'],
  ])('where it does %j, they are put together without, and it says so', async (behaviour, outcome) => {
    const text = `carbon ${randomUUID().replace(/[^a-z]/g, '')} qqx`;
    await setUp(patienceWith(behaviour));
    await gather();
    model.behave(behaviour);
    await search('en', text);
    expect(await gather()).toBe(1);
    expect(await lastOutcome()).toBe(outcome);
    expect((await clustersWith(new RegExp(text))).length).toBe(1);
    // Once it is well it makes up for that.
    model.behave(behaviour.kind === 'dimensions' ? behaviour : { kind: 'knows' });
    model.asked.length = 0;
    await gather();
    expect(await lastOutcome()).toBe('answered');
    expect(model.asked.flatMap((it) => it.input)).toContain(text);
  });

  test('one that knows nothing is not sent what customers ask', async () => {
    model.behave({ kind: 'knows_nothing' });
    await setUp();
    await search('en', 'carbon wwq zzv');
    expect(await gather()).toBe(1);
    const own = new Set(referenceQuestions().map((it) => it.text));
    expect(model.asked.flatMap((it) => it.input).filter((it) => !own.has(it))).toEqual([]);
    expect((await clustersWith(/wwq/)).length).toBe(1);
  });

  test('once the day’s tokens are used up nothing is sent', async () => {
    await setUp({ tokensPerDay: 1000 });
    server.clock.advance({ seconds: 6 });
    await search('en', 'carbon kkq zzv');
    expect(await gather()).toBe(1);
    expect(await lastOutcome()).toBe('over_budget');
    expect(model.asked).toEqual([]);
  });

  test('after five failures in a row it is left alone for half a minute', async () => {
    await setUp();
    await search('en', 'carbon jjq zzv');
    model.behave({ kind: 'status', status: 500 });
    const outcomes: Array<ModelOutcome | null> = [];
    for (let time = 0; time < 6; time += 1) {
      await gather();
      outcomes.push(await lastOutcome());
    }
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'failed'), 'paused']);
    expect(model.asked).toHaveLength(5);
    server.clock.advance({ seconds: 31 });
    model.behave({ kind: 'knows' });
    await gather();
    expect(await lastOutcome()).toBe('answered');
  });
});
