import { expect, test } from 'vitest';
import { writeFact } from './live-facts.ts';
import { recordedFacts } from './recorded-facts.ts';

test.each([
  [{ kind: 'amount', amount: '0.00000001', asset: 'BTC' }, 'en', '0.00000001\u00a0BTC'],
  [{ kind: 'amount', amount: '5000000', asset: 'USDT' }, 'en', '5,000,000\u00a0USDT'],
  [{ kind: 'amount', amount: '5000000', asset: 'USDT' }, 'de', '5.000.000\u00a0USDT'],
  [
    { kind: 'amount', amount: '123456789012345678.5', asset: 'X' },
    'zh-CN',
    '123,456,789,012,345,678.5\u00a0X',
  ],
  [{ kind: 'amount', amount: '0.5', asset: 'XRP' }, 'ar', '0.5\u00a0XRP'],
  [{ kind: 'count', count: 20 }, 'th', '20'],
  [{ kind: 'percent', percent: '0.2' }, 'en', '0.2%'],
  [{ kind: 'percent', percent: '0.02' }, 'ru', '0,02\u00a0%'],
] as const)('%j in %s is %s', (fact, locale, written) => {
  expect(writeFact(fact, locale)).toBe(written);
});

test('recorded facts say of when they are', async () => {
  const facts = await recordedFacts();
  const asOf = new Date('2026-11-01T00:00:00Z');
  expect(facts.get('fee.withdraw.USDT.TRC20')).toEqual({
    fact: { kind: 'amount', amount: '1', asset: 'USDT' },
    asOf,
  });
  expect(facts.get('confirmations.withdraw.BTC')).toEqual({ fact: { kind: 'count', count: 2 }, asOf });
});
