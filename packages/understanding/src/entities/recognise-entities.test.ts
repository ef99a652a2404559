import { createHash } from 'node:crypto';
import type { Network } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity } from './entity.ts';
import { recogniseEntities } from './recognise-entities.ts';

const hex = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';
const tron = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const evm = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const signature = '99eUso3aSbE9tqGSTXzo3TLfKb9RkMTURrHKQ1K7Zh3BbeqPevr5E1iCbpTjqHuTFLtfxTTD5ekfVuZFzQyEQf8';

/** What is found, as `kind value` with the asset or the network; `?` for what has no value. */
const inShort = ({ kind, value, asset, network, mistyped }: Entity) =>
  [kind, value ?? '?', asset ?? network ?? '', mistyped ? 'mistyped' : '']
    .filter((it) => it !== '')
    .join(' ');

describe('in a text', () => {
  test.each<[string, string, string[]]>([
    ['en', `I sent 850 XRP, txid ${hex}.`, [`txid ${hex}`, 'amount 850 XRP']],
    ['en', `Look: https://tronscan.org/#/transaction/${hex}?lang=en`, [`txid ${hex}`]],
    ['en', `https://solscan.io/tx/${signature}`, [`txid ${signature}`]],
    [
      'en',
      `my address is ${tron}, the amount 1,234.56 USDT`,
      [`address ${tron} tron`, 'amount 1234.56 USDT'],
    ],
    ['zh', `充值地址${tron}，金额500USDT未到账`, [`address ${tron} tron`, 'amount 500 USDT']],
    [
      'zh',
      '我转了５００Ｕ，订单号：３５７６３２７１８８９８３３１',
      ['amount 500 USDT', 'order_id 357632718898331'],
    ],
    ['zh', '提了 3 个 BTC，还有2枚ETH', ['amount 3 BTC', 'amount 2 ETH']],
    ['en', `${tron.slice(0, -1)}u`, ['address ? mistyped']],
    ['en', `To ${evm} please`, [`address ${evm}`]],
    ['en', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', ['address 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']],
    [
      'ru',
      'Отправил 1 234,56 USDT, номер заказа 357632718898331',
      ['amount 1234.56 USDT', 'order_id 357632718898331'],
    ],
    ['ru', 'Пришло 1,500 BTC вместо 1,5 BTC', ['amount ? BTC', 'amount 1.5 BTC']],
    ['es', 'Envié 1.500,25 USDT. Número de orden: 88123456', ['amount 1500.25 USDT', 'order_id 88123456']],
    ['es', 'Envié 1.500 USDT', ['amount ? USDT']],
    [
      'vi',
      'Tôi nạp 5.000.000 VND, mã đơn hàng 20261126001234',
      ['amount 5000000 VND', 'order_id 20261126001234'],
    ],
    ['ja', '注文番号 357632718898331、エラーコード E1032', ['order_id 357632718898331', 'error_code E1032']],
    ['ko', '주문번호: 357632718898331 오류 코드 1006', ['order_id 357632718898331', 'error_code 1006']],
    [
      'en',
      '{"status":"error","err-code":"account-frozen-balance-insufficient-error"}',
      ['error_code account-frozen-balance-insufficient-error'],
    ],
    [
      'en',
      'It says ERR_NETWORK_CHANGED and error code: 403',
      ['error_code 403', 'error_code ERR_NETWORK_CHANGED'],
    ],
    ['en', 'error: invalid-parameter', ['error_code invalid-parameter']],
    ['en', 'USDT 500 or BTC: 0.5', ['amount 500 USDT', 'amount 0.5 BTC']],
    ['en', 'I got €20.50', ['amount 20.50 EUR']],
  ])('of %s: %s', (language, text, expected) => {
    expect(recogniseEntities(text, language).map(inShort)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['en', 'My verification code is 483920, the order was late by 2 days'],
    ['en', 'My card 4111111111111111 was charged on 2026-11-20 at 10:30'],
    ['en', 'There is an error with the order number, please help. +8613800138000'],
    ['es', 'Ayer a las 3 sol y 2 sand'],
    ['en', 'Across the border 12345678'],
    ['en', '100% of 3 people, v1.2.3, 24 hours'],
    ['zh', '您好，我的UID是 12345678，手机号13800138000'],
    ['en', 'fd3f11f5-6e7c-4d55-9a9e-2f3ad0c1e7a1'],
    ['en', ''],
  ])('of %s nothing is found: %s', (language, text) => {
    expect(recogniseEntities(text, language).map(inShort)).toEqual([]);
  });
});

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hash = (it: Uint8Array) => createHash('sha256').update(it).digest();
const hexOf = (length: number) => bytes(length).map((it) => Buffer.from(it).toString('hex'));
const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Base58 of what does not begin with zeros. */
function base58(of: Uint8Array): string {
  let [left, text] = [BigInt(`0x${Buffer.from(of).toString('hex')}`), ''];
  for (; left > 0n; left /= 58n) text = `${letters[Number(left % 58n)]}${text}`;
  return text;
}
const versioned = (version: number) =>
  bytes(20).map((it) => {
    const payload = Uint8Array.from([version, ...it]);
    return base58(Uint8Array.from([...payload, ...hash(hash(payload)).subarray(0, 4)]));
  });

/** Addresses and ids as they are made, with every network on which each may be; `null` for one that we do not know. */
const made: ReadonlyArray<readonly [fc.Arbitrary<string>, ReadonlyArray<Network | null>]> = [
  [versioned(0x05), ['bitcoin', 'litecoin', null]],
  [versioned(0x30), ['litecoin', null]],
  [versioned(0x1e), ['dogecoin', null]],
  [versioned(0x6f), [null]],
  [versioned(0x41), ['tron']],
  [fc.constantFrom('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'), ['bitcoin']],
  [fc.constantFrom('rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'), ['xrp']],
  [bytes(31).map((it) => base58(Uint8Array.from([255, ...it]))), ['solana', null]],
  [bytes(63).map((it) => base58(Uint8Array.from([255, ...it]))), ['solana', null]],
  [hexOf(20).map((it) => `0x${it}`), ['ethereum', 'bsc', 'arbitrum', 'polygon', null]],
  [hexOf(32).map((it) => `0x${it}`), ['ethereum', 'bsc', 'arbitrum', 'polygon', null]],
  [hexOf(32), ['bitcoin', 'litecoin', 'dogecoin', 'tron', 'xrp', 'ton', null]],
  [hexOf(32).map((it) => `0:${it}`), ['ton', null]],
];
const some = fc.oneof(...made.map(([id, on]) => fc.tuple(id, fc.constant(on))));
const around = fc.constantFrom(' ', '。', '\n', '，', '(', ')', ': ', '我的', ' — ', '"');

describe('whatever is written', () => {
  test('a network is named only where no other can be meant', () => {
    fc.assert(
      fc.property(
        some,
        around,
        around,
        fc.constantFrom('en', 'zh', 'ru'),
        ([id, on], left, right, language) => {
          const wrong = recogniseEntities(`${left}${id}${right}`, language).filter(
            (it) => it.network !== null && (on.length > 1 || on[0] !== it.network),
          );
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
