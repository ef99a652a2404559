import { type FlowId, flowIds, openFlowIds } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderStates } from '../connector/trading.ts';
import { withdrawalStates } from '../connector/transfers.ts';
import { allFlows } from './all-flows.ts';
import { anyAnswers, anySlots } from './any-facts.testing.ts';
import { inEveryLanguage, outcomeOf } from './flows.testing.ts';

/** Every answer and question that a flow may come to. */
const ends: Record<FlowId, readonly string[]> = {
  deposit: [
    'confirming',
    'confirming_long',
    'tradable',
    'credited',
    'credited_inside',
    'orphaned',
    'under_review',
    'memo_missing',
    'memo_wrong',
    'wrong_network',
    'below_minimum',
    'suspended',
    'delisted',
    'unlisted',
    'by_contract',
    'arrival_under_review',
    'on_its_way',
    'to_somebody_else',
    'to_nobody',
    'not_seen',
    'not_found',
    'txid_malformed',
    'not_own_address',
    'not_broadcast',
    'unconfirmed',
    'reverted',
    'on_chain',
    'waits_on_chain',
    'uncredited_on_chain',
    'silent',
    'ask transferId',
    'ask txid',
    'ask ownAddress',
  ],
  withdrawal: [
    ...withdrawalStates.map((it) => it.replaceAll('-', '_')),
    'under_review',
    'inside',
    'held',
    'suspended',
    'late',
    'not_found',
    'silent',
    'ask transferId',
  ],
  fees: ['figures', 'figures_closed', 'unknown_asset', 'unlisted', 'silent', 'ask asset', 'ask network'],
  price: ['price', 'halted', 'unknown_pair', 'silent', 'ask asset'],
  verification: [
    'none',
    'pending',
    'pending_long',
    'approved',
    'rejected',
    'rejected_person',
    'refused',
    'expired',
    'under_review',
    'silent',
  ],
  account: [
    'frozen',
    'reset_running',
    'reset_long',
    'restricted',
    'restricted_person',
    'stolen',
    'cannot_sign_in',
    'lost_second_factor',
    'code_missing',
    'silent',
    'ask trouble',
  ],
  order: [
    ...orderStates.map((it) => it.replaceAll('-', '_')),
    'under_review',
    'halted',
    'none',
    'not_found',
    'silent',
    'ask orderId',
  ],
  peer: [
    'pay_buy',
    'pay_sell',
    'pay_late_buy',
    'pay_late_sell',
    'release_buy',
    'release_sell',
    'release_late_buy',
    'release_late_sell',
    'released',
    'canceled',
    'appealed',
    'appeal_long',
    'under_review',
    'none',
    'not_found',
    'silent',
    'ask orderId',
  ],
  official: ['official', 'impostor', 'not_ours', 'unclear', 'silent', 'ask contact'],
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
      { numRuns: 6_000, seed: 5 },
    );
    expect([...seen].sort()).toEqual([...ends[flow]].sort());
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
