import { tidyLine } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnline, tidyPage, tidyTimeZone } from './customer-rules.ts';

describe('page', () => {
  test.each([
    { url: 'https://www.example.com/trade/btc_usdt', kept: 'https://www.example.com/trade/btc_usdt' },
    { url: 'https://www.example.com/reset?token=secret#step2', kept: 'https://www.example.com/reset' },
    { url: 'https://user:pass@www.example.com/', kept: 'https://www.example.com/' },
    { url: 'javascript:alert(1)', kept: undefined },
    { url: 'data:text/html,hello', kept: undefined },
    { url: 'nowhere', kept: undefined },
  ])('$url is kept as $kept', ({ url, kept }) => {
    expect(tidyPage({ url, title: 'BTC/USDT' })?.url).toBe(kept);
  });

  test('a title is one line that the database takes', () => {
    expect(tidyPage({ url: 'https://a.example', title: ' BTC\u0000\n\tUSDT \ud800' })?.title).toBe(
      'BTC USDT \ufffd',
    );
  });

  test.each([
    ['67,890.12 BTC/USDT | HTX', 'BTC/USDT | HTX'],
    ['67890.12 | BTCUSDT | Spot', 'BTCUSDT | Spot'],
    ['$67,890 - BTC-USD', 'BTC-USD'],
    ['67.890,12 € BTC/EUR', 'BTC/EUR'],
    ['1 234,5 BTC/USDT', 'BTC/USDT'],
    ['١٢٬٣٤٥٫٦ BTC/USDT | HTX', 'BTC/USDT | HTX'],
    ['▲ 0.00001234 SHIB/USDT', 'SHIB/USDT'],
    ['+1.25% 67890 BTC USDT | HTX', 'BTC USDT | HTX'],
    ['0.5 1INCH/USDT | HTX', '1INCH/USDT | HTX'],
    ['67890.12 BTC/USDT 현물 거래', 'BTC/USDT 현물 거래'],
    // What only begins with a number stays as it is.
    ['1INCH/USDT | HTX', '1INCH/USDT | HTX'],
    ['404 Not found', '404 Not found'],
    ['2025 fee schedule', '2025 fee schedule'],
    ['10x leverage explained', '10x leverage explained'],
    ['100,000 USDT giveaway', '100,000 USDT giveaway'],
    ['67890.12', '67890.12'],
    ['BTC/USDT 67,890.12', 'BTC/USDT 67,890.12'],
    ['', ''],
  ])('the title %o, with the live price before the pair, is kept as %o', (title, kept) => {
    expect(tidyPage({ url: 'https://a.example', title })?.title).toBe(kept);
  });

  test('a title of any words keeps all that follows its numbers', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (title) => {
        const plain = tidyLine(title);
        expect(plain.endsWith(tidyPage({ url: 'https://a.example', title })?.title ?? 'none')).toBe(true);
      }),
    );
  });

  test('no page is none', () => {
    expect(tidyPage(undefined)).toBeNull();
  });
});

test.each([
  { given: 'Asia/Shanghai', kept: 'Asia/Shanghai' },
  { given: 'UTC', kept: 'UTC' },
  { given: 'Mars/Olympus', kept: null },
  { given: '', kept: null },
  { given: undefined, kept: null },
])('time zone $given is kept as $kept', ({ given, kept }) => {
  expect(tidyTimeZone(given)).toBe(kept);
});

describe('online', () => {
  const now = new Date('2026-11-24T08:00:00Z');
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  test.each([
    { onlineUntil: at(1), lastSeenAt: at(-3600), online: true },
    { onlineUntil: at(0), lastSeenAt: at(-3600), online: false },
    { onlineUntil: null, lastSeenAt: at(-29), online: true },
    { onlineUntil: null, lastSeenAt: at(-30), online: false },
  ])('vouched until $onlineUntil, last seen $lastSeenAt: $online', ({ online, ...customer }) => {
    expect(isOnline(customer, now)).toBe(online);
  });
});
