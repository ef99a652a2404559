import { describe, expect, it } from 'vitest';
import { factName } from './fact-name.ts';

describe('the name of a live fact', () => {
  it.each([
    ['fee.withdraw', 'usdt', ' trc20 ', 'fee.withdraw.USDT.TRC20'],
    ['minDeposit', 'XRP', '', 'minDeposit.XRP'],
    ['confirmations.withdraw', '', 'TRC20', null],
    ['exchange', 'USDT', 'TRC20', 'exchange'],
    ['fee.trade.spot.maker', '', '', 'fee.trade.spot.maker'],
  ] as const)('%s of %s on %s is %s', (kind, asset, network, name) => {
    expect(factName(kind, asset, network)).toBe(name);
  });
});
