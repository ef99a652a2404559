import { sha256 } from '@noble/hashes/sha2.js';
import { base16, base58, base58xrp, bech32 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from './chain.ts';
import { provenChain } from './proven-chain.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const checked = (payload: number[]) =>
  Uint8Array.from([...payload, ...sha256(sha256(Uint8Array.from(payload))).subarray(0, 4)]);
const versioned = (version: number) => bytes(20).map((it) => base58.encode(checked([version, ...it])));
const segwit = (prefix: string) =>
  bytes(20).map((it) => bech32.encode(prefix, [0, ...bech32.toWords(it)], 90));
const hex = (length: number, before = '') =>
  bytes(length).map((it) => before + base16.encode(it).toLowerCase());

describe('an address', () => {
  it.each<[string, fc.Arbitrary<string>, Chain | null]>([
    ['SegWit of Bitcoin', segwit('bc'), 'bitcoin'],
    ['SegWit of Litecoin', segwit('ltc'), 'litecoin'],
    ['TRON', versioned(0x41), 'tron'],
    ['XRP', bytes(20).map((it) => base58xrp.encode(checked([0, ...it]))), 'xrp'],
    ['old Bitcoin, or Bitcoin Cash', versioned(0x00), null],
    ['old script of Bitcoin, Litecoin or Bitcoin Cash', versioned(0x05), null],
    ['old Litecoin', versioned(0x30), null],
    ['Dogecoin, or DigiByte', versioned(0x1e), null],
    ['a test network', versioned(0x6f), null],
    ['SegWit of a test network', segwit('tb'), null],
    ['an EVM network', hex(20, '0x'), null],
    ['Solana', bytes(32).map((it) => base58.encode(it)), null],
    ['raw TON', hex(32, '0:'), null],
    ['a transaction', hex(32), null],
  ])('%s', (_, address, expected) => {
    fc.assert(
      fc.property(address, (it) => {
        expect(provenChain(it)).toBe(expected);
      }),
    );
  });

  it('of TON proves it by its checksum, until a letter is wrong', () => {
    const address = 'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF';
    expect(provenChain(` ${address}\n`)).toBe('ton');
    expect(provenChain(address.replace('cfM', 'cfN'))).toBeNull();
  });
});
