import { type Locale, locales } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fact, writeFact } from '../facts/live-facts.ts';
import { quotesOf } from './quotes-fact.ts';
import { canonical, plainDigits, readNumber } from './read-number.ts';
import { stretchesOf } from './text-lines.ts';

const fee = {
  name: 'fee.withdraw.USDT.TRC20',
  before: { kind: 'amount', amount: '1', asset: 'USDT' },
} as const;
const big = {
  name: 'maxWithdraw.USDT.TRC20',
  before: { kind: 'amount', amount: '1000.5', asset: 'USDT' },
} as const;
const confirmations = { name: 'confirmations.BTC', before: { kind: 'count', count: 30 } } as const;
const maker = { name: 'fee.trade.spot.maker', before: { kind: 'percent', percent: '0.2' } } as const;
type Asked = { readonly name: string; readonly before: Fact };
const quotes = (asked: Asked, body: string, locale: Locale = 'en', title = '') =>
  quotesOf(asked, { stretches: stretchesOf(title, body), locale }).length > 0;

describe('a figure is found in the forms of its language', () => {
  test.each<[Asked, Locale, string]>([
    [fee, 'en', 'The withdrawal fee on TRC20 is 1 USDT.'],
    [
      { name: 'fee.withdraw.BTC', before: { kind: 'amount', amount: '0.0002', asset: 'BTC' } },
      'en',
      'Withdrawing bitcoin costs a fee of 0.0002 BTC.',
    ],
    [fee, 'en', 'The fee is **1** USDT (TRC-20).'],
    [fee, 'en', 'Fee for Tether on TRON: USDT 1.00'],
    [fee, 'zh-CN', 'USDT 走 TRC20 的提币手续费为1USDT。'],
    [fee, 'zh-CN', '提币手续费（TRC20）：１ USDT'],
    [fee, 'zh-TW', 'TRC20 提領手續費是 1 USDT。'],
    [fee, 'ja', 'TRC20 での USDT の出金手数料は 1 USDT です。'],
    [fee, 'ko', 'TRC20 출금 수수료는 1 USDT입니다.'],
    [fee, 'ru', 'Комиссия за вывод USDT в сети TRC20 составляет 1 USDT.'],
    [fee, 'es', 'La comisión por retirar en TRC20 es de 1 USDT.'],
    [fee, 'vi', 'Phí rút qua TRC20 là 1 USDT.'],
    [fee, 'ar', 'رسوم السحب عبر TRC20 هي ١ USDT.'],
    [fee, 'th', 'ค่าธรรมเนียมการถอน TRC20 คือ ๑ USDT'],
    [big, 'en', 'The maximum withdrawal of USDT on TRC20 is 1,000.5 USDT.'],
    [big, 'de', 'Höchstens 1.000,5 USDT je Auszahlung über TRC20.'],
    [big, 'fr', 'Retrait maximal sur TRC20 : 1\u202f000,5 USDT.'],
    [big, 'ru', 'Максимальный вывод в сети TRC20: 1\u00a0000,5 USDT.'],
    [big, 'ru', 'Максимальный вывод в сети TRC20: 1 000,50 USDT.'],
    [big, 'es', 'Retiro máximo por TRC20: 1,000.5 USDT.'],
    [big, 'ja', 'TRC20の最大出金額は１，０００．５ USDTです。'],
    [confirmations, 'en', 'A BTC deposit needs 30 network confirmations.'],
    [confirmations, 'en', 'Confirmations for Bitcoin: 30'],
    [confirmations, 'zh-CN', '比特币需要30次确认后到账。'],
    [confirmations, 'ja', 'BTC は 30 回の承認が必要です。'],
    [confirmations, 'ko', 'BTC 입금은 30번 확인되면 반영됩니다.'],
    [confirmations, 'ru', 'Для BTC нужно 30 подтверждений.'],
    [maker, 'en', 'The spot maker fee is 0.2%.'],
    [maker, 'ru', 'Комиссия мейкера на спотовом рынке — 0,2 %.'],
    [maker, 'zh-CN', '现货挂单手续费为 0.20%。'],
  ])('%j in %s: %s', (asked, locale, body) => {
    expect(quotes(asked, body, locale)).toBe(true);
  });
});

describe('a row of a table says it by its head and what it stands below', () => {
  const table = (head: string, row: string) => `## Withdrawal fees\n\n${head}\n| --- | --- | --- |\n${row}\n`;
  test.each<[string, string, boolean]>([
    ['| Asset | Network | Fee |', '| USDT | TRC20 | 1 |', true],
    ['| Asset | Network | Fee |', '| USDT | TRC20 | 1 USDT |', true],
    ['| Asset | Network | Fee |', '| USDT | ERC20 | 1 |', false],
    ['| Asset | Network | Minimum |', '| USDT | TRC20 | 1 |', false],
    ['| Asset | Network | Fee |', '| USDT | TRC20 | {{fee.withdraw.USDT.TRC20}} |', false],
    ['| Asset | Network | Time |', '| USDT | TRC20 | 1 minute |', false],
  ])('%s %s: %s', (head, row, found) => {
    expect(quotes(fee, table(head, row))).toBe(found);
  });

  test('the excerpt is the row', () => {
    const body = table('| Asset | Network | Fee |', '| USDT | TRC20 | 1 |');
    expect(quotesOf(fee, { stretches: stretchesOf('', body), locale: 'en' })).toEqual(['USDT | TRC20 | 1']);
  });
});

describe('what is not a quote is left alone', () => {
  test.each<[Asked, string]>([
    [fee, 'The withdrawal fee on TRC20 is {{fee.withdraw.USDT.TRC20}}.'],
    [fee, 'The withdrawal fee on TRC20 is 1.5 USDT.'],
    [fee, 'The withdrawal fee on TRC20 is 11 USDT.'],
    [fee, 'The withdrawal fee on ERC20 is 1 USDT.'],
    [fee, 'The minimum deposit on TRC20 is 1 USDT.'],
    [fee, '1. Choose USDT and TRC20, and look at the fee.'],
    [fee, 'The fee on TRC20 is paid in USDT. It takes 1 minute.'],
    [fee, 'The fee of USDT on TRC20 is shown at https://example.com/1/USDT.'],
    [fee, 'Fee on TRC20: `1 USDT`'],
    [
      { name: 'fee.withdraw.BTC', before: { kind: 'amount', amount: '0.0002', asset: 'BTC' } },
      'You buy 0.1 BTC: the fee is 0.0002 BTC.',
    ],
    [confirmations, 'BTC needs 30 minutes and two confirmations.'],
    [confirmations, 'A BTC deposit needs 130 confirmations.'],
    [confirmations, 'BTC confirmations are counted since 2026-11-30.'],
    [confirmations, 'ETH needs 30 confirmations.'],
    [maker, 'The spot taker fee is 0.2%.'],
    [maker, 'The spot maker fee is 0.2 USDT.'],
    [{ ...fee, name: 'something.else' }, 'The withdrawal fee on TRC20 is 1 USDT.'],
  ])('%j: %s', (asked, body) => {
    expect(quotes(asked, body)).toBe(false);
  });
});

test.each([
  ['1,000.5', 'en', ['1000.5']],
  ['1.000,5', 'de', ['1000.5']],
  ['1 000,5', 'ru', ['1000.5']],
  ['1.000', 'de', ['1000']],
  ['1.000', 'en', ['1']],
  ['1,000', 'en', ['1000']],
  ['1,000', 'es', ['1', '1000']],
  ['0.001', 'de', ['0.001']],
  ['0,001', 'en', ['0.001']],
  ['1,2,3', 'en', []],
  ['1.2.3', 'en', []],
  ['007', 'en', ['7']],
] as const)('%s in %s is %j', (written, locale, values) => {
  expect(readNumber(written, locale)).toEqual(values);
});

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([whole, part]) => canonical(`${whole}.${String(part).padStart(5, '0')}`));
const anyLocale = fc.constantFrom(...locales);

test('whatever the figure, it is found as articles of each language write it', () => {
  fc.assert(
    fc.property(decimal, anyLocale, fc.boolean(), (amount, locale, wide) => {
      const before: Fact = { kind: 'amount', amount, asset: 'USDT' };
      const written = writeFact(before, locale);
      const shown = wide
        ? written.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
        : written;
      expect(quotes({ name: fee.name, before }, `USDT TRC20 fee: ${shown}`, locale)).toBe(true);
    }),
  );
});

test('never a figure within a transaction id or an address', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 20, maxLength: 64 });
  const id = fc.oneof(
    hex,
    hex.map((it) => `0x${it}`),
    fc
      .string({
        unit: fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
        minLength: 26,
        maxLength: 44,
      })
      .map((it) => `T${it}`),
  );
  fc.assert(
    fc.property(id, fc.integer({ min: 1, max: 99 }), (txid, count) => {
      const amount: Fact = { kind: 'amount', amount: String(count), asset: 'USDT' };
      expect(
        quotes({ name: fee.name, before: amount }, `The USDT fee on TRC20 was taken by ${txid} USDT`),
      ).toBe(false);
      const confirmed: Fact = { kind: 'count', count };
      expect(quotes({ name: 'confirmations.BTC', before: confirmed }, `BTC ${txid} confirmations`)).toBe(
        false,
      );
    }),
  );
});

test('any text at all is read to its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), anyLocale, (body, locale) => {
      expect(Array.isArray(quotesOf(fee, { stretches: stretchesOf(body, body), locale }))).toBe(true);
      expect(plainDigits(body)).not.toMatch(/[\u0660-\u0669]/);
    }),
  );
});
