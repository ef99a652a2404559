import { type ExampleBody, endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

/** Named sets of examples: made, called something else and removed, run alone, and asked by the gate and by night as they are marked. */
const { assistant } = endpoints;
let server: TestServer;
let lead: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const team = await server.world.team();
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
});

const example = (text: string, wanted: Partial<ExampleBody['expect']>): ExampleBody => ({
  locale: 'en',
  text,
  earlier: [],
  expect: { intent: null, decision: null, flow: null, handOver: null, articles: [], ...wanted },
  note: '',
});
const sets = async () => (await lead.call(assistant.listSets)).items;
const examples = async () => (await lead.call(assistant.listExamples)).items;
const keep = (text: string, setId?: string, wanted: Partial<ExampleBody['expect']> = { handOver: 'asked' }) =>
  lead.call(assistant.keepExample, {
    body: { ...example(text, wanted), ...(setId === undefined ? {} : { setId }) },
  });
const add = (name: string, marks: { gate?: boolean; nightly?: boolean } = {}) =>
  lead.call(assistant.addSet, { body: { name, gate: true, nightly: true, ...marks } });
async function over(id: string) {
  for (;;) {
    const run = await lead.call(assistant.readRun, { params: { id } });
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const run = async (set?: string) =>
  over((await lead.call(assistant.startRun, { body: set === undefined ? {} : { set } })).id);

test('the usual one is there, can be called something, and stays', async () => {
  const [usual, ...others] = await sets();
  expect(usual).toMatchObject({ name: '', usual: true, gate: true, nightly: true, examples: 0 });
  expect(others).toEqual([]);
  const params = { id: usual?.id ?? '' };
  expect(await lead.refused(assistant.removeSet, { params, query: {} })).toBe('assistant.set_usual');
  const body = { name: 'Everyday', gate: true, nightly: true };
  expect(await lead.call(assistant.changeSet, { params, body })).toMatchObject({ name: 'Everyday' });
  expect(await lead.call(assistant.changeSet, { params, body: { ...body, name: '' } })).toMatchObject({
    name: '',
  });
  expect(await mei.refused(assistant.changeSet, { params, body })).toBe('access.forbidden');
});

test('a name is given once, an example stands in one set, and goes into another', async () => {
  const set = await add('Launch');
  expect(
    await lead.try(assistant.addSet, { body: { name: 'launch', gate: true, nightly: true } }),
  ).toMatchObject({ ok: false, error: { code: 'assistant.set_named', params: { name: 'launch' } } });
  const nameless = { params: { id: set.id }, body: { name: ' ', gate: true, nightly: true } };
  expect(await lead.refused(assistant.changeSet, nameless)).toBe('request.invalid');
  const kept = await keep('Talk to a person', set.id);
  expect(kept.setId).toBe(set.id);
  const [usual] = await sets();
  const { id, setId: _, ...rest } = kept;
  const { locale, text, earlier, expect: wanted, note } = rest;
  const body = { locale, text, earlier, expect: wanted, note };
  // What says no set leaves it where it is.
  expect((await lead.call(assistant.changeExample, { params: { id }, body })).setId).toBe(set.id);
  const moved = { ...body, setId: usual?.id ?? '' };
  expect((await lead.call(assistant.changeExample, { params: { id }, body: moved })).setId).toBe(usual?.id);
  const nowhere = { ...body, setId: id };
  expect(await lead.refused(assistant.changeExample, { params: { id }, body: nowhere })).toBe(
    'request.not_found',
  );
});

test('one is run alone, and compared with its own run before', async () => {
  const set = await add('Alone');
  await keep('I want a person', set.id);
  const wrong = await keep('Let me talk to a human being', set.id, { handOver: 'complaint' });
  const first = await run(set.id);
  expect(first).toMatchObject({ total: 2, sets: [{ id: set.id, name: 'Alone' }], before: null });
  expect(first.failures.map((it) => it.example.id)).toEqual([wrong.id]);
  const all = await run();
  expect(all.total).toBeGreaterThan(2);
  expect(all).toMatchObject({ sets: [], before: null });
  expect((await run(set.id)).before?.id).toBe(first.id);
  const empty = await add('Empty');
  expect(await lead.refused(assistant.startRun, { body: { set: empty.id } })).toBe('assistant.no_examples');
  await lead.call(assistant.removeExample, { params: { id: wrong.id } });
});

test('the gate asks the sets that are marked for it, and the night those of the night', async () => {
  const quiet = await add('Not at the gate', { gate: false, nightly: false });
  const { id } = await keep('some words that nobody knows', quiet.id, { decision: 'thanks' });
  const asked = (await examples()).length - 1;
  const { settings } = await lead.call(assistant.settings);
  await lead.call(assistant.saveSettings, { body: { ...settings, greetings: { en: 'Hi.' } } });
  const { items } = await lead.call(assistant.listRuns);
  expect(items[0]).toMatchObject({ cause: 'settings', total: asked });
  expect(items[0]?.sets.map((it) => it.name)).not.toContain('Not at the gate');
  const zone = ((3 - server.clock.now().getUTCHours() + 36) % 24) - 12;
  await lead.call(assistant.saveNightly, {
    body: { on: true, timeZone: `Etc/GMT${zone > 0 ? '-' : '+'}${Math.abs(zone)}` },
  });
  await server.platform.jobs.turn('assistant.nightly');
  const [nightly] = (await lead.call(assistant.listRuns)).items;
  expect(nightly?.cause).toBe('nightly');
  expect(await over(nightly?.id ?? '')).toMatchObject({ total: asked });
  await lead.call(assistant.removeExample, { params: { id } });
});

test('one goes out as a file and comes in again: by its name, or into a chosen one', async () => {
  const set = await add('Out and in');
  await keep('Could I have a person here', set.id);
  const file = await lead.call(assistant.exportExamples, { query: { set: set.id } });
  expect(file).toMatchObject({ set: 'Out and in', examples: [{ text: 'Could I have a person here' }] });
  const params = { id: set.id };
  await lead.call(assistant.removeSet, { params, query: { examples: 'remove' } });
  expect((await examples()).map((it) => it.text)).not.toContain('Could I have a person here');
  const body = { format: file.format, set: 'Out and in', examples: file.examples };
  expect(await lead.call(assistant.importExamples, { query: {}, body })).toEqual({ added: 1, kept: 0 });
  const back = (await sets()).find((it) => it.name === 'Out and in');
  expect(back?.examples).toBe(1);
  const other = await add('Chosen');
  const more = { ...body, examples: [example('A human please, not a machine', { handOver: 'asked' })] };
  await lead.call(assistant.importExamples, { query: { set: other.id }, body: more });
  expect((await sets()).find((it) => it.id === other.id)?.examples).toBe(1);
});

test('removed, its examples stay in the usual one', async () => {
  const set = await add('Short-lived');
  const { id } = await keep('Get me an agent', set.id);
  await lead.call(assistant.removeSet, { params: { id: set.id }, query: {} });
  const [usual] = await sets();
  expect((await examples()).find((it) => it.id === id)?.setId).toBe(usual?.id);
  expect(await lead.refused(assistant.removeSet, { params: { id: set.id }, query: {} })).toBe(
    'request.not_found',
  );
});
