import { randomUUID } from 'node:crypto';
import { endpoints, type Locale, type MappedIntent } from '@fairlead/contract';
import { guessIntents, replaceIntentModel, type Utterance } from '@fairlead/understanding';
import { beforeAll, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../../demo/demo-articles.ts';
import { newId } from '../../../../platform/crypto/ids.ts';
import { afterFile } from '../../../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../../../testing/test-server.ts';
import type { TestAgent } from '../../../../testing/world.ts';
import { insertUtterance, putDecision } from '../utterances/utterance-store.ts';
import type { TrainingData } from './training-data.ts';

const { assistant } = endpoints;
let server: TestServer;
let lead: TestAgent;
let editor: TestAgent;

// This process guesses by what is live here: the next file is to begin as usual.
afterFile(async () => replaceIntentModel(null));

beforeAll(async () => {
  // It takes orders and leaves them: the tests do them, by data with which it takes moments.
  server = await createTestServer({ ROLE: 'web' });
  lead = await server.world.agent({ name: 'Lead', roles: ['agent', 'team_lead'] });
  editor = await server.world.agent({ name: 'Edith', roles: ['knowledge_editor'] });
  await server.platform.database.write(writeDemoArticles);
});

const said = (label: MappedIntent, locale: Locale, ...texts: string[]): Utterance[] =>
  texts.map((text) => ({ text, label, locale }));
const fees = [
  'flurbo % please',
  'how much flurbo for a %',
  'what flurbo has a %',
  'tell me the flurbo of my %',
];
const lost = ['my % went wobbly', 'the % is wobbly', 'wobbly % since monday', 'why is my % wobbly'];
const things = ['coin', 'token', 'bitcoin', 'order', 'balance'];
const filled = (forms: string[]) => forms.flatMap((form) => things.map((thing) => form.replace('%', thing)));
const learned = [
  ...said('withdrawal.fee', 'en', ...filled(fees)),
  ...said('deposit.not_credited', 'en', ...filled(lost)),
];
/** What nobody but these understands. */
const heldOut = [
  ...said('withdrawal.fee', 'en', 'flurbo of the wallet', 'a flurbo again'),
  ...said('deposit.not_credited', 'en', 'wobbly wallet', 'a wobbly one again'),
];
const better: TrainingData = { learned: () => learned, heldOut: () => heldOut };
/** The other way round: what was understood by `better` is not any more. */
const worse: TrainingData = {
  learned: () =>
    learned.map((it) => ({
      ...it,
      label: it.label === 'withdrawal.fee' ? 'deposit.not_credited' : 'withdrawal.fee',
    })),
  heldOut: () => heldOut,
};

async function train(data: TrainingData) {
  const { number } = await lead.call(assistant.trainClassifier);
  await server.assistant.train(number, data);
  return version(number);
}
const versions = async () => (await editor.call(assistant.listClassifiers)).items;
const version = async (number: number) => (await versions()).find((it) => it.number === number);
const live = async () => (await versions()).filter((it) => it.live).map((it) => it.number);

async function accept(text: string, intent: MappedIntent) {
  await server.platform.database.write(async (tx) => {
    const id = newId();
    await insertUtterance(tx, {
      id,
      locale: 'en',
      text,
      intent,
      guessed: null,
      source: 'correction',
      clusterId: null,
      ticketId: null,
      category: null,
      proposedBy: lead.id,
    });
    await putDecision(tx, id, { state: 'accepted', intent, agentId: lead.id });
  });
}
/** What this process guesses, once it guesses this. */
const guessed = (text: string) => guessIntents(text)[0]?.label;

test('there is nothing to train before something is accepted, and only who manages it may', async () => {
  expect(await lead.refused(assistant.trainClassifier)).toBe('learning.nothing_accepted');
  await accept('flurbo for the newcomers', 'withdrawal.fee');
  expect(await editor.refused(assistant.trainClassifier)).toBe('access.forbidden');
  expect(await versions()).toMatchObject([{ number: 0, live: true, state: 'ready' }]);
  expect((await editor.call(assistant.listClassifiers)).waiting).toBe(1);
});

test('one is trained at a time, and can be cancelled', async () => {
  const { number } = await lead.call(assistant.trainClassifier);
  expect(await lead.refused(assistant.trainClassifier)).toBe('learning.training_under_way');
  await lead.call(assistant.cancelTraining, { params: { number } });
  await server.assistant.train(number, better);
  expect(await version(number)).toMatchObject({ state: 'cancelled', report: null, live: false });
  expect(await lead.refused(assistant.useClassifier, { params: { number } })).toBe(
    'learning.classifier_refused',
  );
  expect(await lead.refused(assistant.cancelTraining, { params: { number: 99 } })).toBe('request.not_found');
});

test('a training that is cancelled while it is under way ends', async () => {
  const { number } = await lead.call(assistant.trainClassifier);
  const endless: TrainingData = {
    learned: () => {
      const many = filled(Array.from({ length: 400 }, (_, at) => `% number ${at} flurbo`));
      return [...said('withdrawal.fee', 'en', ...many), ...said('deposit.not_credited', 'en', ...many)];
    },
    heldOut: () => heldOut,
  };
  const training = server.assistant.train(number, endless);
  await lead.call(assistant.cancelTraining, { params: { number } });
  await training;
  expect(await version(number)).toMatchObject({ state: 'cancelled', live: false });
});

test('a version that is no worse goes live by itself, with what was accepted', async () => {
  const trained = await train(better);
  expect(trained).toMatchObject({
    state: 'ready',
    live: true,
    done: 5,
    total: 5,
    utterances: 1,
    trainedBy: { name: 'Lead' },
    report: { against: 0, languages: [{ locale: 'en', after: { right: 4, total: 4 } }], reasons: [] },
  });
  await expect.poll(() => guessed('flurbo for the newcomers')).toBe('withdrawal.fee');
  expect(guessIntents('x').length).toBe(2);
  expect((await editor.call(assistant.listClassifiers)).waiting).toBe(0);
});

test('a version that is worse is kept as refused, with why', async () => {
  const before = await live();
  const refused = await train(worse);
  expect(refused).toMatchObject({
    state: 'refused',
    live: false,
    report: { reasons: ['macro', 'language'], languages: [{ before: { right: 4 }, after: { right: 0 } }] },
  });
  expect(await live()).toEqual(before);
  const params = { number: refused?.number ?? 0 };
  expect(await lead.refused(assistant.useClassifier, { params })).toBe('learning.classifier_refused');
});

test('back to the one that came along by a click, and forth again, each on record', async () => {
  const [number = 0] = await live();
  expect(number).toBeGreaterThan(0);
  expect(await editor.refused(assistant.useClassifier, { params: { number: 0 } })).toBe('access.forbidden');
  await lead.call(assistant.useClassifier, { params: { number: 0 } });
  expect(await live()).toEqual([0]);
  await expect.poll(() => guessIntents('x').length).toBe(69);
  await lead.call(assistant.useClassifier, { params: { number } });
  await expect.poll(() => guessIntents('x').length).toBe(2);
  await lead.call(assistant.useClassifier, { params: { number: 0 } });
  await expect.poll(() => guessIntents('x').length).toBe(69);
  const events = await server.platform.database
    .reader()
    .sql.selectFrom('events')
    .select('payload')
    .where('type', '=', 'assistant.classifier_changed')
    .orderBy('occurred_at')
    .execute();
  expect(events.map((it) => it.payload)).toEqual([
    { before: 0, after: number },
    { before: number, after: 0 },
    { before: 0, after: number },
    { before: number, after: 0 },
  ]);
  expect(await lead.refused(assistant.useClassifier, { params: { number: 99 } })).toBe('request.not_found');
});

test('fewer examples that are right refuse it, too', async () => {
  const text = 'How do I create an API key?';
  const expected = { intent: 'api.key', decision: null, flow: null, handOver: null, articles: [] } as const;
  await lead.call(assistant.keepExample, {
    body: { locale: 'en', text, earlier: [], expect: { ...expected, articles: [] }, note: randomUUID() },
  });
  const refused = await train(better);
  expect(refused).toMatchObject({
    state: 'refused',
    report: { reasons: ['examples'], examples: [{ locale: 'en', before: 1, after: 0 }] },
  });
});

test('bytes that are not those that were trained do not go live', async () => {
  const ready = (await versions()).find((it) => it.number > 0 && it.state === 'ready');
  const { files, database } = server.platform;
  const row = await database
    .reader()
    .sql.selectFrom('learning_classifiers')
    .select('sha256')
    .where('number', '=', ready?.number ?? 0)
    .executeTakeFirstOrThrow();
  await files.put(`classifiers/${row.sha256}`, new Uint8Array([1, 2, 3]));
  await lead.call(assistant.useClassifier, { params: { number: ready?.number ?? 0 } });
  await server.assistant.followed();
  expect(guessIntents('x').length).toBe(69);
  await lead.call(assistant.useClassifier, { params: { number: 0 } });
});
