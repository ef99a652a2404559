import { expect, test } from 'vitest';
import { flowOfCategory } from './flow-of-category.ts';

test('a flow is asked with what the form knows, and nothing that is empty', () => {
  expect(
    flowOfCategory('deposit_withdrawal.missing_memo', { asset: ' XRP ', txid: '', network: 'ripple' }),
  ).toEqual({ flow: 'deposit', slots: { asset: 'XRP' } });
  expect(flowOfCategory('account_security.lost_2fa', {})).toEqual({
    flow: 'account',
    slots: { trouble: 'second_factor' },
  });
});

test('where no flow looks into a matter there is none', () => {
  expect(flowOfCategory('account_security.hacked', {})).toBeUndefined();
  expect(flowOfCategory('other.general', {})).toBeUndefined();
});
