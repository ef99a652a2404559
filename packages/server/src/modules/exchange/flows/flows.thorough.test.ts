import { type FlowId, flowIds, flowOutcomes, openFlowIds } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allFlows } from './all-flows.ts';
import { anyAnswers, anySlots } from './any-facts.testing.ts';
import { inEveryLanguage, outcomeOf } from './flows.testing.ts';

/** What a flow may ask for. */
const asked: Record<FlowId, readonly string[]> = {
  deposit: ['transferId', 'txid', 'ownAddress'],
  withdrawal: ['transferId'],
  fees: ['asset', 'network'],
  price: ['asset'],
  verification: [],
  account: ['trouble'],
  order: ['orderId'],
  peer: ['orderId'],
  official: ['contact'],
  alerts: ['confirmed'],
};

test('those that tell of nobody’s own serve everybody', () => {
  expect(flowIds.filter((it) => !allFlows[it].personal)).toEqual(openFlowIds);
});

describe.each(flowIds)('%s', (flow) => {
  test('whatever is known it comes to an end, with a next step', async () => {
    await fc.assert(
      fc.asyncProperty(anySlots, anyAnswers, async (slots, answers) => {
        const { next, trace } = await outcomeOf(flow, slots, answers);
        expect(trace.length).toBeGreaterThan(0);
        if (next.kind === 'ask') expect(next.ask.key).not.toBe('');
        else expect(next).toMatchObject({ kind: 'answer', nextStep: { key: expect.any(String) } });
      }),
      { numRuns: 500 },
    );
  });
  test('each end can be reached, and there is no other', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anySlots, anyAnswers, async (slots, answers) => {
        const { next } = await outcomeOf(flow, slots, answers);
        seen.add(
          next.kind === 'answer' ? next.outcome : next.kind === 'ask' ? `ask ${next.slot}` : next.kind,
        );
      }),
      // What ends in thirty ways is tried more often than the others.
      { numRuns: flow === 'deposit' ? 6_000 : 2_000, seed: 5 },
    );
    const ends = [...flowOutcomes[flow], ...asked[flow].map((it) => `ask ${it}`)];
    expect([...seen].sort()).toEqual(ends.sort());
  });
  test('every language has words for it, with nothing left to fill in', async () => {
    await fc.assert(
      fc.asyncProperty(anySlots, anyAnswers, async (slots, answers) => {
        for (const run of await inEveryLanguage(flow, slots, answers)) {
          const words = [run.text, run.ticket?.subject ?? '-', ...run.choices.map((it) => it.text)];
          for (const text of words) expect(text).toMatch(/^[^{}]+$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
