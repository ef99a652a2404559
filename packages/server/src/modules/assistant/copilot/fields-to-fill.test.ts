import type { TicketFields } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { fieldsToFill } from './fields-to-fill.ts';

const found = (fields: TicketFields, misread = false) => ({ fields, misread });

test('what is empty is offered, and what is held stays', () => {
  expect(
    fieldsToFill([found({ txid: 'a1' }), found({ amount: '5', asset: 'USDT' })], { asset: 'USDT' }),
  ).toEqual({
    chips: [found({ txid: 'a1' }), found({ amount: '5' })],
    all: { txid: 'a1', amount: '5' },
  });
});

test('of two that contradict each other neither is filled in unasked', () => {
  const offered = fieldsToFill([found({ txid: 'a1' }), found({ txid: 'b2' }), found({ amount: '5' })], {});
  expect(offered?.chips).toHaveLength(3);
  expect(offered?.all).toEqual({ amount: '5' });
});

test('what may be misread is offered and not filled in unasked', () => {
  expect(fieldsToFill([found({ txid: 'a1' }, true)], {})).toEqual({
    chips: [found({ txid: 'a1' }, true)],
    all: {},
  });
});

test.each([
  ['there is nothing', [], {}],
  ['the form asks for nothing of it', [found({})], {}],
  ['all of it is held', [found({ txid: 'a1' })], { txid: 'z9' }],
])('nothing where %s', (_, entities, held) => expect(fieldsToFill(entities, held)).toBeNull());

test('the same written twice is one chip', () => {
  expect(fieldsToFill([found({ txid: 'a1' }), found({ txid: 'a1' })], {})?.chips).toHaveLength(1);
});
