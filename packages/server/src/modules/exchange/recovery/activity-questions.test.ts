import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActivityAnswers,
  type ActivityFacts,
  answersAreRight,
  askableOf,
  questionsOf,
} from './activity-questions.ts';

const secret = Buffer.from('a secret of this installation');
const begun = new Date('2026-11-27T12:00:00Z');
const about = { uid: '40218831', secret, begun };
const facts: ActivityFacts = {
  deposit: { asset: 'ETH', amount: 4.2 },
  openedMonth: '2021-09',
  withdrawalAddress: '0xde709f2102306220921060314715629080e2fb77',
};
const right: ActivityAnswers = {
  deposit_asset: 'ETH',
  deposit_amount: '1..10',
  opened_month: '2021-09',
  withdrawal_address: 'fb77',
};

describe('answers', () => {
  test.each<[string, Partial<ActivityFacts>, Partial<ActivityAnswers>, boolean]>([
    ['all of them', {}, {}, true],
    ['another asset', {}, { deposit_asset: 'BTC' }, false],
    ['the next amount', {}, { deposit_amount: '10..100' }, false],
    [
      'an amount at an edge, from below',
      { deposit: { asset: 'ETH', amount: 9.5 } },
      { deposit_amount: '10..100' },
      true,
    ],
    [
      'an amount at an edge, from above',
      { deposit: { asset: 'ETH', amount: 1.1 } },
      { deposit_amount: '0.1..1' },
      true,
    ],
    ['a huge amount', { deposit: { asset: 'ETH', amount: 4e6 } }, { deposit_amount: '100000..' }, true],
    ['a tiny amount', { deposit: { asset: 'ETH', amount: 0.001 } }, { deposit_amount: '..0.01' }, true],
    ['bounds that nobody offered', {}, { deposit_amount: '0..1000000' }, false],
    ['all bounds', {}, { deposit_amount: '..' }, false],
    ['the month after', {}, { opened_month: '2021-10' }, true],
    ['over the turn of a year', { openedMonth: '2022-01' }, { opened_month: '2021-12' }, true],
    ['two months after', {}, { opened_month: '2021-11' }, false],
    ['a month that is none', {}, { opened_month: 'NaN' }, false],
    ['a month that is not kept', { openedMonth: null }, { opened_month: '2010-01' }, true],
    ['another address', {}, { withdrawal_address: 'FB77' }, false],
    ['no address where there is one', {}, { withdrawal_address: 'none' }, false],
    ['no address where there is none', { withdrawalAddress: null }, { withdrawal_address: 'none' }, true],
    ['a made-up address where there is none', { withdrawalAddress: null }, {}, false],
    [
      'an asset that is not offered',
      { deposit: { asset: 'PEPE', amount: 4.2 } },
      { deposit_asset: 'other' },
      true,
    ],
    [
      'an asset by name that is not offered',
      { deposit: { asset: 'PEPE', amount: 4.2 } },
      { deposit_asset: 'PEPE' },
      false,
    ],
    ['no deposit where there is one', {}, { deposit_asset: 'none', deposit_amount: 'none' }, false],
  ])('%s', (_what, known, given, is) => {
    expect(answersAreRight({ ...facts, ...known }, { ...right, ...given })).toBe(is);
  });
  test('one that is missing is wrong, and so is everything about an account that did too little', () => {
    for (const kind of Object.keys(right) as Array<keyof ActivityAnswers>) {
      const { [kind]: _left, ...others } = right;
      expect(answersAreRight(facts, others)).toBe(false);
    }
    const little: ActivityFacts = { deposit: facts.deposit, openedMonth: null, withdrawalAddress: null };
    expect(answersAreRight(little, { ...right, withdrawal_address: 'none' })).toBe(false);
    expect(
      answersAreRight(
        { deposit: null, openedMonth: null, withdrawalAddress: null },
        { deposit_asset: 'none', deposit_amount: 'none', withdrawal_address: 'none' },
      ),
    ).toBe(false);
  });
});

test.each<[ActivityFacts | null, boolean]>([
  [facts, true],
  [{ ...facts, openedMonth: null }, true],
  [{ ...facts, withdrawalAddress: null, openedMonth: null }, false],
  [{ ...facts, deposit: null }, false],
  // The exchange did not say: what is not known makes nothing easier.
  [null, true],
])('%j can be asked about: %s', (known, is) => {
  expect(askableOf({ hasChannel: true, facts: known }).includes('own_activity')).toBe(is);
});

const anyAddress = fc.oneof(
  fc.constant(null),
  fc.stringMatching(/^0x[0-9a-f]{40}$/),
  fc.stringMatching(/^T[1-9A-HJ-NP-Za-km-z]{33}$/),
);
describe('questions', () => {
  test('hold the end of the address among others, and nothing else of the account', () => {
    const [asset, amount, month, address] = questionsOf(facts, about);
    expect(address?.choices).toContain('fb77');
    expect(address?.choices).toHaveLength(7);
    expect([asset, amount, month]).toEqual(
      questionsOf({ withdrawalAddress: null }, { ...about, uid: '99999999' }).slice(0, 3),
    );
    expect(JSON.stringify([asset, amount, month, address])).not.toMatch(/4\.2|0xde70/);
    expect(month?.choices.slice(0, 2)).toEqual(['2026-11', '2026-10']);
  });
  test('are the same at each look and on each ticket: two looks tell nothing', () => {
    fc.assert(
      fc.property(anyAddress, fc.stringMatching(/^\d{8}$/), (withdrawalAddress, uid) => {
        const ends = () => questionsOf({ withdrawalAddress }, { ...about, uid })[3]?.choices ?? [];
        expect(ends()).toEqual(ends());
        expect(new Set(ends()).size).toBe(7);
        expect(ends().at(-1)).toBe('none');
        expect(
          ends()
            .slice(0, -1)
            .every((it) => it.length === 4),
        ).toBe(true);
        if (withdrawalAddress !== null) expect(ends()).toContain(withdrawalAddress.slice(-4));
      }),
    );
  });
  test('the truth stands at any place among the choices', () => {
    const places = new Set(
      Array.from({ length: 60 }, (_, index) =>
        questionsOf(facts, { ...about, uid: `${40_000_000 + index}` })[3]?.choices.indexOf('fb77'),
      ),
    );
    expect(places.size).toBe(6);
  });
  test('only what is true is right, whatever is answered', () => {
    const choices = questionsOf(facts, about);
    const [assets = [], amounts = [], months = [], ends = []] = choices.map((it) => it.choices);
    const anyAnswers = fc.record({
      deposit_asset: fc.constantFrom(...assets),
      deposit_amount: fc.constantFrom(...amounts),
      opened_month: fc.constantFrom(...months),
      withdrawal_address: fc.constantFrom(...ends),
    });
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const true3 =
          given.deposit_asset === 'ETH' &&
          given.deposit_amount === '1..10' &&
          given.withdrawal_address === 'fb77';
        const near = ['2021-08', '2021-09', '2021-10'].includes(given.opened_month);
        expect(answersAreRight(facts, given)).toBe(true3 && near);
      }),
      { numRuns: 2_000 },
    );
  });
});
