import type { AssistantTrace, AssistantTurn } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { summarise } from './handover-summary.ts';

const quiet: AssistantTrace = {
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
const turns = (...traces: Partial<AssistantTrace>[]): AssistantTurn[] =>
  traces.map((trace, index) => ({
    id: `${index}`,
    seq: index + 1,
    milliseconds: 3,
    at: '2026-11-26T10:00:00.000Z',
    trace: { ...quiet, ...trace },
  }));
const about = (intent: string, probability = 0.9) => ({ intents: [{ intent, probability }] });

test('nothing where it did nothing', () => expect(summarise([])).toBeUndefined());

test('the matter is what was asked last, not the wish for a person', () => {
  const summary = summarise(
    turns(about('withdrawal.fee'), about('deposit.not_credited'), {
      ...about('assistant.human'),
      decision: 'hand_over',
      handOver: 'asked',
    }),
  );
  expect(summary).toMatchObject({ reason: 'asked', intent: 'deposit.not_credited' });
});

test.each([
  ['a guess', about('kyc.pending', 0.2)],
  ['small talk', about('assistant.thanks')],
  ['nothing of ours', about('out_of_scope')],
])('%s is no matter', (_, trace) => expect(summarise(turns(trace))?.intent).toBeNull());

test('each thing named, article given and flow run stands once, the reason only while people have it', () => {
  const txid = { name: 'txid', value: 'ab'.repeat(32) };
  const source = { title: 'Fees', url: '/help/en/fees/fees' };
  const flow = { flow: 'deposit', outcome: 'confirming', asOf: '2026-11-26T10:00:00.000Z' };
  const summary = summarise(
    turns(
      { entities: [txid, { name: 'asset', value: 'BTC' }], sources: [source], handOver: 'unsure' },
      { entities: [{ name: 'asset', value: 'ETH' }, txid], sources: [source], flow },
    ),
  );
  expect(summary?.entities).toEqual([{ name: 'asset', value: 'ETH' }, txid, { name: 'asset', value: 'BTC' }]);
  expect(summary).toMatchObject({ reason: null, given: [source], flows: [flow] });
});
