import { endpoints, type MacroBody } from '@fairlead/contract';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../modules/exchange/exchange.testing.ts';
import { makeArticle, makeCategory, publish, save } from '../modules/helpcenter/helpcenter.testing.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** The exchange changes a fee: whatever quotes the old one as plain text is found. */
const { assistant, helpInsight, macros } = endpoints;
const simulator = await startSimulator(() => new Date());
let fee = '1';
let deposits = 'allowed';
const exchange = fastify();
exchange.get('/v2/reference/currencies', async () => {
  const answer = await fetch(`${simulator.url}/v2/reference/currencies`);
  const body = (await answer.json()) as {
    data: Array<{ currency: string; chains: Array<Record<string, unknown>> }>;
  };
  for (const chain of body.data.find((it) => it.currency === 'usdt')?.chains ?? [])
    if (chain['displayName'] === 'TRC20') {
      chain['transactFeeWithdraw'] = fee;
      chain['depositStatus'] = deposits;
    }
  return body;
});
const EXCHANGE_URL = await exchange.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => exchange.close());

let server: TestServer;
let editor: TestAgent;
let analyst: TestAgent;
let lead: TestAgent;
let article: { id: string };
const quote = 'The withdrawal fee of USDT on TRC20 is 1 USDT.';

beforeAll(async () => {
  server = await createTestServer({ EXCHANGE_URL });
  editor = await server.world.agent({ name: 'Edith', roles: ['knowledge_editor'] });
  analyst = await server.world.agent({ roles: ['analyst'] });
  lead = await server.world.agent({ roles: ['agent', 'team_lead'] });
  const category = await makeCategory(editor);
  article = await makeArticle(editor, category.id, { title: 'Fees', text: quote, published: true });
  await makeArticle(editor, category.id, {
    title: 'Follows by itself',
    text: 'The withdrawal fee of USDT on TRC20 is {{fee.withdraw.USDT.TRC20}}.',
    published: true,
  });
  await makeArticle(editor, category.id, { title: 'In writing', text: quote });
  const macro: MacroBody = {
    name: 'Fee',
    folder: '',
    sharing: 'all',
    texts: { en: quote, ru: 'Комиссия за вывод USDT в сети TRC20: 1 USDT.' },
    actions: [],
  };
  await lead.call(macros.create, { body: macro });
  await lead.call(macros.create, { body: { ...macro, name: 'My own', sharing: 'personal' } });
  await lead.call(assistant.keepExample, {
    body: {
      locale: 'en',
      text: 'Is the fee for USDT on TRC20 still 1 USDT?',
      earlier: [],
      expect: { intent: null, decision: null, flow: 'fees', handOver: null, articles: [] },
      note: '',
    },
  });
});

async function look() {
  // The connector keeps what it heard for a minute.
  server.clock.advance({ minutes: 6 });
  await server.platform.jobs.turn('helpcenter.drift');
}
const findings = async (state: 'open' | 'all' = 'open') =>
  (await analyst.call(helpInsight.drift, { query: { state } })).items;

test('the first look only remembers, and figures that stay say nothing', async () => {
  await look();
  await look();
  expect(await findings('all')).toEqual([]);
});

test('a changed fee finds what quotes the old one, and nothing that follows by itself', async () => {
  fee = '1.5';
  server.clock.advance({ minutes: 6 });
  // Two editors at once: it is told of once.
  await Promise.all([editor.call(helpInsight.lookForDrift), editor.call(helpInsight.lookForDrift)]);
  const found = await findings();
  expect(found.map((it) => [it.source, it.title, it.locale]).toSorted()).toEqual([
    ['article', 'Fees', 'en'],
    ['draft', 'In writing', 'en'],
    ['example', 'Is the fee for USDT on TRC20 still 1 USDT?', 'en'],
    ['macro', 'Fee', 'en'],
    ['macro', 'Fee', 'ru'],
  ]);
  expect(found.find((it) => it.source === 'article')).toMatchObject({
    name: 'fee.withdraw.USDT.TRC20',
    before: '1\u00a0USDT',
    after: '1.5\u00a0USDT',
    subjectId: article.id,
    excerpt: quote,
    state: 'open',
    decidedBy: null,
  });
  expect((await analyst.call(helpInsight.overview, { query: {} })).drift).toBe(5);
  await look();
  expect(await findings('all')).toHaveLength(5);
});

test('is done or no matter by who writes, and can be opened again', async () => {
  const [first] = await findings();
  const params = { id: first?.id ?? '' };
  const body = { state: 'dismissed' as const };
  expect(await analyst.refused(helpInsight.decideDrift, { params, body })).toBe('access.forbidden');
  await editor.call(helpInsight.decideDrift, { params, body });
  expect(await findings()).toHaveLength(4);
  expect((await findings('all')).find((it) => it.id === params.id)).toMatchObject({
    state: 'dismissed',
    decidedBy: 'Edith',
  });
  await editor.call(helpInsight.decideDrift, { params, body: { state: 'open' } });
  expect(await findings()).toHaveLength(5);
  const nobody = { params: { id: article.id }, body };
  expect(await editor.refused(helpInsight.decideDrift, nobody)).toBe('request.not_found');
});

test('settles itself once the text says something else, or the figure is as the text says', async () => {
  await save(editor, article.id, 'en', 'Fees are shown before you confirm.');
  await editor.call(helpInsight.lookForDrift);
  const open = async () => (await findings()).map((it) => it.title);
  // Readers still see the old text.
  expect(await open()).toContain('Fees');
  await publish(editor, article.id, 'en');
  await editor.call(helpInsight.lookForDrift);
  expect(await open()).not.toContain('Fees');
  fee = '1';
  await look();
  expect((await findings('all')).map((it) => it.state)).toEqual(Array(5).fill('done'));
  // What quoted 1.5 meanwhile is out of date now; nothing did.
  expect(await findings()).toEqual([]);
});

test('a suspended network lists what speaks of it until it opens again, and then what still says that it is closed', async () => {
  const category = await makeCategory(editor);
  const text = 'Send USDT over TRC20 to your deposit address.';
  await makeArticle(editor, category.id, { title: 'How to deposit', text, published: true });
  const figure = 'You need {{minDeposit.USDT.TRC20}} or more.';
  await makeArticle(editor, category.id, { title: 'Least amount', text: figure, published: true });
  const elsewhere = 'Withdraw USDT over TRC20 at any time. Deposit USDT over ERC20.';
  await makeArticle(editor, category.id, { title: 'Elsewhere', text: elsewhere, published: true });
  await lead.call(macros.create, {
    body: {
      name: 'Where to send',
      folder: '',
      sharing: 'all',
      texts: { 'zh-CN': '请通过波场网络（TRC20）充值 USDT。' },
      actions: [],
    },
  });
  await look();
  deposits = 'prohibited';
  await look();
  const of = async () => (await findings()).filter((it) => it.gate !== null);
  const first = await of();
  expect(first.map((it) => [it.source, it.title]).toSorted()).toEqual([
    ['article', 'How to deposit'],
    ['article', 'Least amount'],
    ['macro', 'Where to send'],
  ]);
  expect(first.find((it) => it.title === 'How to deposit')).toMatchObject({
    name: 'gate.deposits.USDT.TRC20',
    before: 'open',
    after: 'suspended',
    gate: 'suspended',
    excerpt: text,
  });
  const notice = 'Deposits of USDT over TRC20 are suspended at the moment.';
  await makeArticle(editor, category.id, { title: 'Notice', text: notice, published: true });
  deposits = 'allowed';
  await look();
  expect((await of()).map((it) => [it.title, it.gate])).toEqual([['Notice', 'open']]);
  deposits = 'prohibited';
  await look();
  expect((await of()).map((it) => it.title).toSorted()).toEqual([
    'How to deposit',
    'Least amount',
    'Where to send',
  ]);
});
