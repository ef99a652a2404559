import { type BodyOf, type Category, endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../../testing/test-server.ts';
import type { TestAgent } from '../../../../testing/world.ts';
import { makeArticle, makeCategory } from '../../../helpcenter/helpcenter.testing.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../model/embed/embedding-server.testing.ts';
import { referenceQuestions } from './reference-questions.ts';

const { assistant, chat, copilot, helpInsight, tickets } = endpoints;
let server: TestServer;
let model: EmbeddingServer;
let lead: TestAgent;
let team: string;
let inbox: string;

beforeAll(async () => {
  model = await startEmbeddingServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  team = await server.world.team();
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: ['administrator', 'team_lead'] });
  inbox = (await server.world.inbox({ team })).key;
  model.teach('inheritance', /grandfather|großvater|bequest/i);
});
beforeEach(() => {
  model.behave({ kind: 'knows' });
  model.asked.length = 0;
});

let names = 0;
/** Another name each time, so that nothing of another test is known. */
const setUp = (more: Partial<BodyOf<typeof assistant.saveModel>> = {}) =>
  lead.call(assistant.saveModel, {
    body: {
      on: false,
      provider: 'openai_compatible',
      url: model.url,
      // It answers nobody.
      model: '',
      seconds: 2,
      tokensPerCustomer: 1_000_000,
      tokensPerDay: 1_000_000_000,
      embeddings: `meant-${++names}`,
      key: 'sk-very-secret-key',
      ...more,
    },
  });
const tell = () => server.platform.jobs.turn('assistant.tell_meanings');
/** What was asked besides what every model is measured by. */
const own = new Set(referenceQuestions().map((it) => it.text));
const asked = () => model.asked.flatMap((it) => it.input).filter((it) => !own.has(it));

let said = 0;
const words = (text: string) => ({ key: `meant-${++said}-xxxxxxxx`, text, attachmentIds: [] });

/** A customer's first words, and a ticket on them. */
async function caseOf(subject: string, category: Category = 'account_security') {
  const customer = await server.world.customer(inbox);
  const body = { ...words('Hello there'), topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body });
  const ticket = await lead.call(tickets.create, {
    body: { conversationId: conversation.id, subject, category },
  });
  return { customer, conversationId: conversation.id, id: ticket.id };
}
const solve = (id: string) => lead.call(tickets.setStatus, { params: { id }, body: { status: 'solved' } });
const duplicatesOf = async (id: string) =>
  (await lead.call(tickets.duplicates, { params: { id } })).items.map((it) => [it.ticket.id, it.because]);

/** Two open tickets of one customer about one matter, in other words. */
async function twoOfOne() {
  const { customer, conversationId, id } = await caseOf('My grandfather has died, jane@example.org wrote');
  const { message } = await customer.call(chat.post, {
    params: { id: conversationId },
    body: words('Zugang'),
  });
  const second = await lead.call(tickets.split, {
    params: { id },
    body: {
      messageId: message.id,
      subject: 'Zugang zum Konto von Großvater',
      category: 'other',
      key: `meant-${++said}-xxxxxxxx`,
    },
  });
  return [id, second.id] as const;
}

describe('tickets', () => {
  test('without a model nothing is asked, and they are told apart by their words', async () => {
    const [first] = await twoOfOne();
    expect(await duplicatesOf(first)).toEqual([]);
    await tell();
    expect(model.asked).toEqual([]);
  });

  test('two of one customer that mean the same are shown, soon after they were opened; nobody’s name is sent', async () => {
    await setUp();
    const [first, second] = await twoOfOne();
    await expect.poll(() => duplicatesOf(first), { timeout: 20_000 }).toEqual([[second, ['meaning']]]);
    expect(asked().length).toBeGreaterThan(0);
    expect(JSON.stringify(asked())).not.toContain('jane');
    const kept = await server.platform.database
      .reader()
      .sql.selectFrom('assistant_model_calls')
      .select('prompt')
      .execute();
    expect(JSON.stringify(kept)).not.toMatch(/großvater/i);
  });

  test('solved ones that mean the same are similar, though their category is another', async () => {
    await setUp();
    const before = await caseOf('About a bequest', 'account_security.close_account');
    await solve(before.id);
    const other = await caseOf('About a lost phone', 'account_security.change_contact');
    await solve(other.id);
    const now = await caseOf('Grandfather qqx');
    const similar = async () => {
      const params = { id: now.conversationId };
      const found = await lead.call(copilot.suggestions, { params, query: { locale: 'en' } });
      return found.similar.map((it) => [it.id, it.because]);
    };
    await expect.poll(similar, { timeout: 20_000 }).toEqual([[before.id, ['meaning']]]);
  });

  test('while it fails they are told by their words; the next hour makes up for it, and each is asked about once', async () => {
    await setUp();
    await tell();
    model.behave({ kind: 'status', status: 500 });
    model.asked.length = 0;
    const [first, second] = await twoOfOne();
    await expect.poll(() => model.asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await duplicatesOf(first)).toEqual([]);
    model.behave({ kind: 'knows' });
    // It may be left alone for a while.
    server.clock.advance({ seconds: 31 });
    await tell();
    expect(await duplicatesOf(first)).toEqual([[second, ['meaning']]]);
    model.asked.length = 0;
    await tell();
    expect(asked()).toEqual([]);
  });

  test('what a model that knows nothing would say is not asked for', async () => {
    model.behave({ kind: 'knows_nothing' });
    await setUp();
    await twoOfOne();
    await tell();
    expect(asked()).toEqual([]);
  });

  test('one without embeddings needs a name', async () => {
    const { model: before } = await lead.call(assistant.readModel);
    await expect(setUp({ embeddings: null })).rejects.toThrow(/request\.invalid/);
    await expect(setUp({ on: true })).rejects.toThrow(/request\.invalid/);
    expect((await lead.call(assistant.readModel)).model).toEqual(before);
  });
});

describe('articles', () => {
  test('two that mean the same are shown, in other words; those for agents are not sent', async () => {
    const { id } = await makeCategory(lead);
    const make = (title: string, more: object = {}) =>
      makeArticle(lead, id, { title, text: `${title}, step by step.`, published: true, ...more });
    const [one, two] = [await make('When a grandfather dies'), await make('A bequest of coins')];
    await make('Lost phones');
    await make('Grandfather, for colleagues', { visibility: 'agents' });
    const pairs = async () =>
      (await lead.call(helpInsight.duplicates, { query: {} })).items.map((it) => ({
        ids: [it.one.articleId, it.other.articleId].toSorted(),
        meaning: it.meaning,
      }));
    expect(await pairs()).toEqual([]);
    await setUp();
    await tell();
    expect(await pairs()).toEqual([{ ids: [one.id, two.id].toSorted(), meaning: true }]);
    expect(JSON.stringify(asked())).not.toContain('colleagues');
    model.asked.length = 0;
    await tell();
    expect(asked()).toEqual([]);
  });
});
