import { base58 } from '@scure/base';
import { expect, it } from 'vitest';
import type { Chain } from './chain.ts';
import { recogniseTxid } from './recognise-txid.ts';

const hex = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';

it.each<[string, readonly Chain[], string]>([
  [hex, ['bitcoin', 'litecoin', 'dogecoin', 'tron', 'xrp', 'ton'], 'sixty-four digits'],
  [
    hex.toUpperCase(),
    ['bitcoin', 'litecoin', 'dogecoin', 'tron', 'xrp', 'ton'],
    'in capitals, as XRP writes them',
  ],
  [` 0x${hex} `, ['evm'], 'with 0x'],
  ['yKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff+W72r5gqM=', ['ton'], 'in Base64'],
  [base58.encode(new Uint8Array(64).fill(7)), ['solana'], 'sixty-four bytes in Base58'],
  [hex.slice(1), [], 'a digit short'],
  [`${hex}0`, [], 'a digit long'],
  ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', [], 'an address'],
  ['', [], 'nothing'],
])('%s could be of %j: %s', (text, expected) => {
  expect(recogniseTxid(text)).toEqual(expected);
});
