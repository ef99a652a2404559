import { hasChecksum } from '@fairlead/chains';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEntities } from './find-entities.ts';
import type { FoundEntity } from './found-entity.ts';

const hex = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';
const tron = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
/** A Friday, two in the morning, in Shanghai. */
const moment = { now: new Date('2026-11-26T18:00:00Z'), timeZone: 'Asia/Shanghai' };

const inShort = ({ kind, value, asset, network, checksum }: FoundEntity) =>
  [kind, value ?? '?', asset, network, checksum].filter((it) => it !== null).join(' ');

test.each<[string, string, string[]]>([
  [
    'en',
    `I sent 500 USDT on TRC20 yesterday, txid ${hex}`,
    ['amount 500 USDT', 'network tron tron', 'date 2026-11-26', `txid ${hex}`],
  ],
  [
    'zh',
    '我昨天用波场转了５００Ｕ，UID：12345678，比特币还没到',
    ['date 2026-11-26', 'network tron tron', 'amount 500 USDT', 'uid 12345678', 'asset BTC'],
  ],
  [
    'ru',
    'вчера отправил биткоин через сеть Solana',
    ['date 2026-11-26', 'asset BTC', 'network solana solana'],
  ],
  ['ru', '3 дня назад вывел эфир', ['date 2026-11-24', 'asset ETH']],
  ['ko', '어제 비트코인 0.5 BTC 보냈어요', ['date 2026-11-26', 'asset BTC', 'amount 0.5 BTC']],
  ['ja', '11月20日にイーサリアムを出金', ['date 2026-11-20', 'asset ETH']],
  ['ja', '一昨日、エラーコード E1032', ['date 2026-11-25', 'error_code E1032']],
  [
    'es',
    'hace 2 días, red Arbitrum, el 20 de noviembre',
    ['date 2026-11-25', 'network arbitrum arbitrum', 'date 2026-11-20'],
  ],
  [
    'vi',
    'hôm qua nạp, ngày 12/3, mạng Solana',
    ['date 2026-11-26', 'date 2026-03-12', 'network solana solana'],
  ],
  ['pt', 'ontem saquei, há 3 dias', ['date 2026-11-26', 'date 2026-11-24']],
  ['tr', 'dün TRX ağı, 2 gün önce', ['date 2026-11-26', 'network tron tron', 'date 2026-11-25']],
  ['id', 'kemarin, 2 minggu yang lalu', ['date 2026-11-26', 'date 2026-11-13']],
  ['th', 'เมื่อวานฝากบิทคอยน์', ['date 2026-11-26', 'asset BTC']],
  ['fr', 'hier, le 3 octobre 2026', ['date 2026-11-26', 'date 2026-10-03']],
  ['de', 'Gestern am 20. November, hier im Netz', ['date 2026-11-26', 'date 2026-11-20']],
  ['ar', 'أمس سحبت بيتكوين', ['date 2026-11-26', 'asset BTC']],
  [
    'en',
    '5 hours ago; Dec 24; 2026-11-01; 2026-02-30',
    ['date 2026-11-26', 'date 2025-12-24', 'date 2026-11-01'],
  ],
  ['en', 'on 11/12/2026 or 11/25/2026', ['date ?', 'date 2026-11-25']],
  ['en', 'ethereum, or the Ethereum network?', ['asset ETH', 'network ethereum ethereum']],
  ['en', 'BEP-20, BSC, avalanche chain', ['network bsc bsc', 'network bsc bsc', 'network avalanche other']],
  ['en', `${tron}, ${tron.slice(0, -1)}u`, [`address ${tron} tron holds`, 'address ? fails']],
  [
    'en',
    `https://tronscan.org/#/transaction/${hex}?lang=en`,
    [`link https://tronscan.org/#/transaction/${hex}?lang=en`, `txid ${hex}`],
  ],
  [
    'en',
    'htx-support.com/login, Help@HTX.com, +44 7700 900123.',
    ['link htx-support.com/login', 'email help@htx.com', 'phone +447700900123'],
  ],
  [
    'zh',
    '手机13800138000，C2C订单号：357632718898331',
    ['phone 13800138000', 'p2p p2p', 'order_id 357632718898331'],
  ],
  ['en', 'P2P trade', ['p2p p2p']],
  ['en', 'my sol and op, the order was late, version 1.2.3', []],
  ['en', 'the may sale, no good morning', []],
])('in %s: %s', (language, text, expected) => {
  expect(findEntities(text, language, moment).map(inShort)).toEqual(expected);
});

test('an address that may be of several chains names them, and none for certain', () => {
  const [found] = findEntities('to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'en', moment);
  expect(found).toMatchObject({ kind: 'address', chains: ['evm'], network: null, checksum: 'holds' });
});

test('a day is that of the customer', () => {
  const dayIn = (timeZone: string) => findEntities('today', 'en', { ...moment, timeZone })[0]?.value;
  expect([dayIn('Asia/Shanghai'), dayIn('America/New_York')]).toEqual(['2026-11-27', '2026-11-26']);
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    tron,
    hex,
    `0x${hex}`,
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    `https://t.io/tx/${hex}/${hex}`,
    '５００Ｕ',
    '1,5 BTC',
    'uid 12345678',
    'вчера',
    '3 days ago',
    'a@b.com',
    'b.com/x',
    '+44 7700 900123',
    '比特币',
    'TRC20',
    '㎏',
    'ﬃ',
    'e\u0301',
    '订单号 123456789',
    'err-code: a-b-error',
    'İ',
    '网络',
    'sol',
    'ERC 20',
    '11月31日',
  ),
);
const texts = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', '，', '\n', '-')), { maxLength: 12 })
  .map((all) => all.flat().join(''));

test('whatever is written: parts of the text, in order, none over another; a checksum only where there is one', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'zh', 'ru', 'vi', 'de', 'ar'), (text, language) => {
      let last = 0;
      for (const { kind, text: written, start, end, value, checksum } of findEntities(
        text,
        language,
        moment,
      )) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(written);
        if (kind === 'date' && value !== null) expect(new Date(value).toISOString().slice(0, 10)).toBe(value);
        if (checksum === 'holds') expect(hasChecksum(written.normalize('NFKC'))).toBe(true);
        if (checksum === 'fails') expect(hasChecksum(written.normalize('NFKC'))).toBe(false);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
