import { randomUUID } from 'node:crypto';
import type { ExampleBody, ExamplesFile } from '@fairlead/contract';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { starterExamples, starterLanguages } from './starter-examples.ts';

const { assistant, chat } = endpoints;
let inbox: { key: string };
let server: TestServer;
let lead: TestAgent;
let editor: TestAgent;
let mei: TestAgent;

const expectNothing = { intent: null, decision: null, flow: null, handOver: null, articles: [] };
const example = (text: string, wanted: Partial<ExampleBody['expect']>): ExampleBody => ({
  locale: 'en',
  text,
  earlier: [],
  expect: { ...expectNothing, ...wanted },
  note: '',
});

beforeAll(async () => {
  server = await createTestServer();
  const team = await server.world.team();
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  editor = await server.world.agent({ name: 'Edith', roles: ['knowledge_editor'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  inbox = await server.world.inbox({ team, assistant: true });
  await server.platform.database.write(writeDemoArticles);
});

/** A run once it is over. */
async function over(id: string) {
  for (;;) {
    const run = await lead.call(assistant.readRun, { params: { id } });
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** A time zone in which the clock on the wall shows this hour now. */
function zoneWhereItIs(hour: number): string {
  const ahead = ((hour - server.clock.now().getUTCHours() + 36) % 24) - 12;
  // Such zones are named by how far they are behind.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
const run = async () => over((await lead.call(assistant.startRun, { body: {} })).id);
const examples = async () => (await lead.call(assistant.listExamples)).items;
async function forgetExamples() {
  for (const { id } of await examples()) await lead.call(assistant.removeExample, { params: { id } });
}

describe('examples', () => {
  test('without any there is nothing to run', async () => {
    expect(await lead.refused(assistant.startRun, { body: {} })).toBe('assistant.no_examples');
  });

  test('are kept once, changed and removed, by who manages the assistant', async () => {
    const body = example('How do I create an API key?', { decision: 'answer' });
    const kept = await lead.call(assistant.keepExample, { body });
    expect(kept).toMatchObject({ ...body, kind: 'answer', author: { id: lead.id, name: 'Lead' } });
    const again = { ...body, text: ' how do I create an API KEY? ' };
    expect(await lead.refused(assistant.keepExample, { body: again })).toBe('assistant.example_kept');
    expect(await editor.refused(assistant.keepExample, { body })).toBe('access.forbidden');
    expect(await mei.refused(assistant.listExamples)).toBe('access.forbidden');
    expect((await editor.call(assistant.listExamples)).items).toHaveLength(1);
    const other = await lead.call(assistant.keepExample, { body: { ...body, text: 'Another' } });
    const params = { id: other.id };
    expect(await lead.refused(assistant.changeExample, { params, body })).toBe('assistant.example_kept');
    const changed = {
      ...body,
      text: 'Thanks!',
      note: 'Polite',
      expect: { ...expectNothing, decision: 'thanks' as const },
    };
    expect(await lead.call(assistant.changeExample, { params, body: changed })).toMatchObject({
      ...changed,
      kind: 'other',
    });
    await lead.call(assistant.removeExample, { params });
    expect(await lead.refused(assistant.removeExample, { params })).toBe('request.not_found');
    await forgetExamples();
  });

  test('expect something, and articles that there are', async () => {
    const nothing = example('Hello', {});
    expect(await lead.refused(assistant.keepExample, { body: nothing })).toBe('request.invalid');
    const unknown = example('Hello', { articles: [lead.id] });
    expect(await lead.refused(assistant.keepExample, { body: unknown })).toBe('assistant.article_unknown');
  });

  test('go out as a file and come in again; an unknown article lets none in', async () => {
    const file: ExamplesFile = {
      format: 'fairlead.assistant-examples.1',
      examples: [
        {
          ...example('Where do I get an API key?', {}),
          expect: { ...expectNothing, articles: ['create-api-key'] },
        },
        example('I want a person', { handOver: 'asked' }),
      ],
    };
    expect(await lead.call(assistant.importExamples, { body: file })).toEqual({ added: 2, kept: 0 });
    expect(await lead.call(assistant.importExamples, { body: file })).toEqual({ added: 0, kept: 2 });
    const out = await editor.call(assistant.exportExamples);
    expect(out.examples).toHaveLength(2);
    expect(out.examples).toEqual(expect.arrayContaining(file.examples));
    const [shown] = (await examples()).filter((it) => it.kind === 'answer');
    expect(Object.values(shown?.titles ?? {})).toEqual([expect.stringMatching(/API key/i)]);
    const [first] = file.examples;
    const wrong = {
      ...file,
      examples: [
        example('Something new', { handOver: 'asked' }),
        { ...example('And this', {}), expect: { ...expectNothing, articles: ['no-such-article'] } },
      ],
    };
    expect(first).toBeDefined();
    expect(await lead.try(assistant.importExamples, { body: wrong })).toMatchObject({
      ok: false,
      error: { code: 'assistant.article_unknown', params: { article: 'no-such-article' } },
    });
    expect(await examples()).toHaveLength(2);
    await forgetExamples();
  });

  test('are at most so many', async () => {
    const file = (from: number, count: number): ExamplesFile => ({
      format: 'fairlead.assistant-examples.1',
      examples: Array.from({ length: count }, (_, at) =>
        example(`Example ${from + at}`, { handOver: 'asked' }),
      ),
    });
    await lead.call(assistant.importExamples, { body: file(0, 999) });
    expect(await lead.refused(assistant.importExamples, { body: file(998, 3) })).toBe(
      'assistant.examples_full',
    );
    expect(await lead.call(assistant.importExamples, { body: file(998, 2) })).toEqual({ added: 1, kept: 1 });
    const one = example('One too many', { handOver: 'asked' });
    expect(await lead.refused(assistant.keepExample, { body: one })).toBe('assistant.examples_full');
    await server.platform.database.raw('delete from assistant_examples');
  });
});

test('what comes along is right with the articles that come along', async () => {
  const all = starterExamples();
  for (const locale of starterLanguages)
    expect(all.filter((it) => it.locale === locale).length).toBeGreaterThanOrEqual(8);
  expect(await lead.call(assistant.addStarter)).toEqual({ added: all.length, kept: 0, leftOut: 0 });
  expect(await lead.call(assistant.addStarter)).toEqual({ added: 0, kept: all.length, leftOut: 0 });
  const done = await run();
  expect(done).toMatchObject({ state: 'done', total: all.length, done: all.length, cause: 'manual' });
  expect(done.failures.map((it) => [it.example.text, it.missed])).toEqual([]);
  expect(done.languages.map((it) => it.locale).toSorted()).toEqual([...starterLanguages].toSorted());
  for (const { kinds } of done.languages)
    expect(Object.keys(kinds).toSorted()).toEqual(['answer', 'flow', 'hand_over', 'other']);
  await forgetExamples();
}, 60_000);

test('a real turn becomes a draft that names nobody, for who may see the conversation', async () => {
  const customer = await server.world.customer(inbox.key, { locale: 'en' });
  const post = { key: randomUUID(), text: 'Hello', attachmentIds: [] };
  const { conversation } = await customer.call(chat.start, { body: { ...post, topic: null, locale: 'en' } });
  const { id } = conversation;
  await server.settle();
  const text = 'Where is my deposit, I am linh@example.com, UID 123456789';
  await customer.call(chat.post, { params: { id }, body: { ...post, key: randomUUID(), text } });
  await server.settle();
  const { items } = await lead.call(assistant.turns, { params: { id } });
  const seq = items.at(-1)?.seq ?? 0;
  expect(await lead.call(assistant.draftExample, { params: { id, seq } })).toEqual({
    locale: 'en',
    earlier: ['Hello'],
    text: 'Where is my deposit, I am … UID …',
  });
  expect(await lead.refused(assistant.draftExample, { params: { id, seq: seq + 1 } })).toBe(
    'request.not_found',
  );
  const { items: articles } = await editor.call(assistant.listAnswers, { query: { locale: 'ja' } });
  expect(articles.length).toBeGreaterThan(60);
});

describe('runs', () => {
  test('say what came instead, and what changed since the run before', async () => {
    const keep = async (body: ExampleBody) => (await lead.call(assistant.keepExample, { body })).id;
    const right = await keep({
      ...example('That did not help', { decision: 'did_not_help' }),
      earlier: ['How do I create an API key?'],
    });
    const wrong = await keep(example('I want to talk to a human', { decision: 'greet', intent: 'api.key' }));
    const first = await run();
    expect(first.failures).toMatchObject([
      {
        example: { id: wrong },
        missed: ['intent', 'decision'],
        fresh: false,
        got: { trace: { handOver: 'asked' } },
      },
    ]);
    expect(first.languages).toEqual([
      { locale: 'en', right: 1, total: 2, kinds: { other: { right: 1, total: 2 } } },
    ]);
    const broken = { ...example('That did not help', { decision: 'thanks' }), earlier: ['Hello'] };
    await lead.call(assistant.changeExample, { params: { id: right }, body: broken });
    const mended = example('I want to talk to a human', { handOver: 'asked' });
    await lead.call(assistant.changeExample, { params: { id: wrong }, body: mended });
    await keep(example('Hello there', { decision: 'thanks' }));
    const second = await run();
    expect(second.before?.id).toBe(first.id);
    expect(second.stamps).toEqual(first.stamps);
    expect(second.failures.map((it) => [it.example.text, it.fresh])).toEqual([
      ['That did not help', true],
      ['Hello there', false],
    ]);
    expect(second.mended).toEqual([{ id: wrong, locale: 'en', text: mended.text }]);
    const { items } = await editor.call(assistant.listRuns);
    expect(items.slice(0, 2).map((it) => it.id)).toEqual([second.id, first.id]);
    await forgetExamples();
    expect((await lead.call(assistant.readRun, { params: { id: second.id } })).failures).toHaveLength(2);
  });

  test('are one at a time, and end when they are cancelled', async () => {
    const examples = Array.from({ length: 400 }, (_, at) =>
      example(`Where is order ${at}`, { handOver: 'asked' }),
    );
    await lead.call(assistant.importExamples, {
      body: { format: 'fairlead.assistant-examples.1', examples },
    });
    const { settings } = await lead.call(assistant.settings);
    const { id, cause } = await lead.call(assistant.startRun, { body: { settings } });
    expect(cause).toBe('trial');
    expect(await lead.refused(assistant.startRun, { body: {} })).toBe('assistant.run_under_way');
    const cancelled = await lead.call(assistant.cancelRun, { params: { id } });
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.done).toBeLessThan(400);
    expect(await lead.call(assistant.cancelRun, { params: { id } })).toMatchObject({ state: 'cancelled' });
    await server.platform.database.raw('delete from assistant_examples');
  });

  test('of several that are started at once one runs; one that was left behind does not stand in the way', async () => {
    await lead.call(assistant.keepExample, { body: example('A person please', { handOver: 'asked' }) });
    await server.platform.database.raw(
      `insert into assistant_runs (id, cause, state, settings, stamps, total, started_at)
       select gen_random_uuid(), 'manual', 'running', settings, stamps, total, now() - interval '2 hours'
       from assistant_runs limit 1`,
    );
    const started = await Promise.all(
      Array.from({ length: 3 }, () => lead.try(assistant.startRun, { body: {} })),
    );
    const codes = started.map((it) => (it.ok ? 'ok' : it.error.code));
    expect(codes.filter((it) => it !== 'assistant.run_under_way')).not.toHaveLength(0);
    expect(codes.filter((it) => !['ok', 'assistant.run_under_way'].includes(it))).toEqual([]);
    for (const it of started) if (it.ok) expect((await over(it.body.id)).state).toBe('done');
    const left = (await lead.call(assistant.listRuns)).items.filter((it) => it.state === 'failed');
    expect(left).toHaveLength(1);
    await forgetExamples();
  });

  test('begin by themselves at three in the night of the zone, once', async () => {
    await lead.call(assistant.keepExample, { body: example('A person please', { handOver: 'asked' }) });
    const unknown = { on: true, timeZone: 'Mars/Olympus' };
    expect(await lead.refused(assistant.saveNightly, { body: unknown })).toBe('request.time_zone_unknown');
    const save = (on: boolean, hour: number) =>
      lead.call(assistant.saveNightly, { body: { on, timeZone: zoneWhereItIs(hour) } });
    const nightly = async () => {
      await server.platform.jobs.turn('assistant.nightly');
      return (await lead.call(assistant.listRuns)).items.filter((it) => it.cause === 'nightly').length;
    };
    await save(true, 12);
    expect(await nightly()).toBe(0);
    await save(false, 4);
    expect(await nightly()).toBe(0);
    await save(true, 4);
    expect(await nightly()).toBe(1);
    expect(await nightly()).toBe(1);
    const [first] = (await lead.call(assistant.listRuns)).items;
    expect(await over(first?.id ?? '')).toMatchObject({ cause: 'nightly', startedBy: null, state: 'done' });
    await forgetExamples();
  });
});

describe('the gate', () => {
  const strict = { answer: 0.99, hedge: 0.98, clarify: 0.97, outOfScope: 0.99 };

  test('refuses what makes fewer right, unless somebody says why; versions come back through it too', async () => {
    const { settings } = await lead.call(assistant.settings);
    await lead.call(assistant.saveSettings, { body: { ...settings, greetings: { en: 'Ahoy.' } } });
    const unsure = 'withdrawal';
    const { trace } = await lead.call(assistant.try, { body: { text: unsure, locale: 'en' } });
    await lead.call(assistant.keepExample, { body: example(unsure, { decision: trace.decision }) });
    const body = { thresholds: strict, greetings: {} };
    const refused = await lead.try(assistant.saveSettings, { body });
    if (refused.ok) throw new Error('saved');
    expect(refused.error).toMatchObject({
      code: 'assistant.examples_fall',
      params: { languages: 'English (1 → 0)', count: 1, examples: `“${unsure}”` },
    });
    expect((await lead.call(assistant.settings)).settings.thresholds).toEqual(settings.thresholds);
    const looked = await lead.call(assistant.readRun, {
      params: { id: String(refused.error.params['run']) },
    });
    expect(looked).toMatchObject({ cause: 'trial', state: 'done', failures: [{ missed: ['decision'] }] });

    const reason = 'We would rather ask than be wrong.';
    await lead.call(assistant.saveSettings, { body: { ...body, anyway: { reason } } });
    expect((await lead.call(assistant.settings)).settings).toEqual(body);
    const { items } = await editor.call(assistant.listVersions);
    expect(items).toMatchObject([
      { number: 3, by: { name: 'Lead' }, reason, restored: null, run: { right: 0, total: 1 } },
      { number: 2, reason: null, settings: { greetings: { en: 'Ahoy.' } }, run: null },
      { number: 1, by: null, settings: { greetings: {} }, run: null },
    ]);

    const back = { params: { number: 1 }, body: {} };
    expect(await editor.refused(assistant.restoreVersion, back)).toBe('access.forbidden');
    expect((await lead.call(assistant.restoreVersion, back)).settings).toEqual(settings);
    expect((await lead.call(assistant.listVersions)).items[0]).toMatchObject({
      number: 4,
      restored: 1,
      run: { right: 1, total: 1 },
    });
    const worse = { params: { number: 3 }, body: {} };
    expect(await lead.refused(assistant.restoreVersion, worse)).toBe('assistant.examples_fall');
    const none = { params: { number: 99 }, body: {} };
    expect(await lead.refused(assistant.restoreVersion, none)).toBe('request.not_found');
    await forgetExamples();
  });

  test('a change that loses nothing needs no reason, and one that is given is not kept', async () => {
    const { settings } = await lead.call(assistant.settings);
    await lead.call(assistant.keepExample, { body: example('A person please', { handOver: 'asked' }) });
    const anyway = { reason: 'Just in case' };
    await lead.call(assistant.saveSettings, { body: { ...settings, thresholds: strict, anyway } });
    const [last] = (await lead.call(assistant.listVersions)).items;
    expect(last).toMatchObject({ reason: null, run: { right: 1, total: 1 } });
    await lead.call(assistant.saveSettings, { body: settings });
  });

  test('two who save at once do not overwrite each other unseen', async () => {
    const { settings } = await lead.call(assistant.settings);
    const save = (en: string) =>
      lead.try(assistant.saveSettings, { body: { ...settings, greetings: { en } } });
    const saved = await Promise.all([save('One'), save('Two'), save('Three')]);
    expect(saved.filter((it) => it.ok)).toHaveLength(1);
    for (const it of saved) if (!it.ok) expect(it.error.code).toBe('assistant.settings_moved_on');
  });
});
