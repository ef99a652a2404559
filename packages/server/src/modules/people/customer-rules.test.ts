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
