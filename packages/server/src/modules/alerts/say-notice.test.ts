import { locales } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import type { NoticeFacts } from './alert.ts';
import { composeAlertLetter } from './compose-alert-letter.ts';
import { composeBrief } from './compose-brief.ts';
import { closedGates } from './market-view.ts';
import { sayNotice } from './say-notice.ts';

const asOf = '2026-11-26T12:00:00.000Z';
const suspended = { network: 'trc20', name: 'TRC20', gate: 'deposits' as const, open: false };
const facts: NoticeFacts[] = [
  { kind: 'price_above', asset: 'BTC', threshold: '60000', price: '60100.5', asOf },
  { kind: 'price_below', asset: 'BTC', threshold: '60000', price: '59999', asOf },
  { kind: 'moved_hour', asset: 'BTC', change: 5.25, price: '60100', asOf },
  { kind: 'moved_day', asset: 'BTC', change: -7, price: '60100', asOf },
  {
    kind: 'networks',
    asset: 'USDT',
    changes: [suspended, { ...suspended, gate: 'withdrawals', open: true }],
    asOf,
  },
  {
    kind: 'brief',
    lines: [
      { asset: 'BTC', price: '60100', change: -1.5, high: '61000', low: '59000', turnover: '486000000' },
    ],
    suspended: [{ ...suspended, asset: 'BTC' }],
    asOf,
  },
];

test('figures are said in English', () => {
  const said = facts.map((it) => sayNotice('en', 'UTC', it));
  expect(said[0]).toBe(
    'BTC has risen above 60,000 USDT and stands at 60,100.5 USDT.\nAs of Nov 26, 2026, 12:00 PM UTC',
  );
  expect(said[2]).toContain('has moved +5.25% within an hour');
  expect(said[4]).toContain(
    'USDT on TRC20: deposits are suspended.\nUSDT on TRC20: withdrawals are open again.',
  );
  expect(said[5]).toContain(
    'BTC: 60,100 USDT, -1.5% in 24 hours; between 59,000 USDT and 61,000 USDT; turnover 486M USDT',
  );
  expect(said[5]).toContain('not investment advice');
});

describe.each(locales)('in %s', (locale) => {
  test.each(facts.map((it) => [it.kind, it] as const))(
    '%s names its figures, and leaves nothing open',
    (_, of) => {
      const said = sayNotice(locale, 'Asia/Shanghai', of);
      expect(said).toMatch(/BTC|USDT/);
      expect(said).not.toMatch(/[{}]|undefined|NaN/);
      // The clock of who reads.
      expect(said).toMatch(/20[:.]00|8[:.]00/);
    },
  );
});

const about = {
  to: 'rosa@example.com',
  locale: 'en' as const,
  timeZone: 'UTC',
  organisation: 'Harbour',
  publicUrl: 'https://support.example',
  stopToken: 'token',
  code: 'blue-heron',
};

test('a letter bears the anti-phishing code and two ways out', () => {
  const letter = composeAlertLetter(facts.slice(0, 2), about);
  expect(letter.subject).toBe('Your market alerts from Harbour');
  expect(letter.text).toContain('blue-heron');
  expect(letter.text).toContain('https://support.example/portal/alerts/stop#stop=token');
  expect(letter.headers).toEqual({
    'List-Unsubscribe': '<https://support.example/unsubscribe/token>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(composeAlertLetter(facts.slice(5), about).subject).toBe('Your market brief from Harbour');
});

describe('a brief', () => {
  const at = new Date(asOf);
  const quote = { price: '1', high: '2', low: '1', turnover: '5', day: 1 };
  const quotes = {
    at,
    of: new Map([
      ['ETH', quote],
      ['BTC', { ...quote, turnover: '50' }],
    ]),
  };
  const networks = { btc: { name: 'BTC', deposits: false, withdrawals: null } };
  const gates = { at: new Date(at.getTime() - 1000), of: new Map([['BTC', networks]]) };

  test('tells of the largest where none are named, with what is suspended, and the older moment', () => {
    const brief = composeBrief({ quotes, gates }, []);
    expect(brief?.lines.map((it) => it.asset)).toEqual(['BTC', 'ETH']);
    expect(brief?.suspended).toEqual(closedGates(networks).map((it) => ({ ...it, asset: 'BTC' })));
    expect(brief?.asOf).toBe('2026-11-26T11:59:59.000Z');
  });

  test('leaves out what is traded no more, and is none without prices', () => {
    expect(composeBrief({ quotes, gates: null }, ['ETH', 'GONE'])).toMatchObject({
      lines: [{ asset: 'ETH' }],
      suspended: null,
    });
    expect(composeBrief({ quotes, gates }, ['GONE'])).toBeNull();
    expect(composeBrief({ quotes: null, gates }, [])).toBeNull();
  });
});
