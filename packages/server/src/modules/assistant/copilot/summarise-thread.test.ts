import { expect, test } from 'vitest';
import type { Trace } from '../trace.ts';
import { type Line, matterOf } from './matter.ts';
import { type SummaryFacts, summariseThread } from './summarise-thread.ts';

const moment = { now: new Date('2026-11-26T10:00:00Z'), timeZone: 'UTC' };
const txid = '7d1f4b0c9a2e6853d4f1a0b9c8e7d6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9';

function sum(said: Array<['customer' | 'agent', string]>, more: Partial<SummaryFacts> = {}) {
  const lines = said.map(
    ([type, text], index): Line => ({
      id: `${index}`,
      seq: index + 1,
      kind: 'text',
      author: { type },
      text,
      createdAt: moment.now,
    }),
  );
  const matter = matterOf(lines, { locale: 'en' }, moment);
  return summariseThread({ matter, turns: [], looks: [], macros: [], ticket: null, moment, ...more });
}
const trace: Trace = {
  locale: 'en',
  intents: [],
  signals: [],
  entities: [],
  articles: [],
  decision: 'answer',
  sources: [],
  handOver: null,
  flow: null,
  model: null,
};

test('nothing where the customer wrote nothing', () => expect(sum([['agent', 'Hello']])).toBeNull());

test('each matter stands once, the latest last, with the words that it was said in', () => {
  const summary = sum([
    ['customer', 'How do I create an API key?'],
    ['customer', 'My deposit has not arrived'],
    ['customer', 'How do I create an API key for trading?'],
  ]);
  expect(summary?.asked.map((it) => [it.intent, it.seq])).toEqual([
    ['deposit.not_credited', 2],
    ['api.key', 3],
  ]);
});

test('what was named stands once, an amount with its coin', () => {
  const summary = sum([
    ['customer', `I sent 412.5 XRP, TXID ${txid}`],
    ['customer', `again: ${txid}`],
  ]);
  expect(summary?.entities).toContainEqual({ kind: 'amount', value: '412.5 XRP' });
  expect(summary?.entities.filter((it) => it.kind === 'txid')).toEqual([{ kind: 'txid', value: txid }]);
});

test('open is the last question, by its sentence; else the last words; nothing once it is answered', () => {
  const asked = sum([
    ['customer', 'My deposit has not arrived. Where is it? It was yesterday.'],
    ['customer', 'Please hurry'],
  ]);
  expect(asked?.open).toMatchObject({ seq: 1, text: 'Where is it?' });
  expect(sum([['customer', 'My deposit has not arrived.']])?.open?.text).toBe('My deposit has not arrived.');
  const answered = sum([
    ['customer', 'Where is it?'],
    ['agent', 'On its way.'],
  ]);
  expect(answered?.open).toBeNull();
});

test('what was tried: articles once each, flows of the assistant and of agents, macros', () => {
  const source = { title: 'Deposits', url: '/help/en/deposits' };
  const flow = { flow: 'deposit', outcome: 'confirming', asOf: null };
  const summary = sum([['customer', 'My deposit has not arrived']], {
    turns: [{ trace: { ...trace, sources: [source] } }, { trace: { ...trace, sources: [source], flow } }],
    looks: [{ flow: 'order', outcome: 'filled', at: moment.now }],
    macros: ['On its way'],
  });
  expect(summary?.tried).toEqual([
    { by: 'article', ...source },
    { by: 'flow', ...flow },
    { by: 'flow', flow: 'order', outcome: 'filled', asOf: '2026-11-26T10:00:00.000Z' },
    { by: 'macro', name: 'On its way' },
  ]);
});
