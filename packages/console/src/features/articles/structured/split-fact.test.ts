import { expect, test } from 'vitest';
import { splitFact } from './split-fact.ts';

test.each([
  ['fee.withdraw.USDT.TRC20', 'fee.withdraw', 'USDT TRC20'],
  ['confirmations.BTC', 'confirmations', 'BTC'],
  ['confirmations.withdraw.BTC', 'confirmations.withdraw', 'BTC'],
  ['exchange', 'exchange', ''],
  ['exchanged', null, ''],
])('%s is %s of %s', (name, kind, of) => {
  expect(splitFact(name)).toEqual({ kind, of });
});
