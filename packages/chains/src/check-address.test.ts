import { base58, bech32, bech32m } from '@scure/base';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressProblem, type Chain, chains } from './chain.ts';
import { checkAddress, recogniseAddress } from './check-address.ts';

/** From BIP 173, BIP 350, EIP-55, XLS-5d, the TON documentation, and the chains' first or best known addresses. */
const right: ReadonlyArray<[Chain, string]> = [
  ['bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['bitcoin', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
  ['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['bitcoin', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
  ['bitcoin', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['litecoin', 'LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1'],
  ['litecoin', 'MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441'],
  ['litecoin', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  ['dogecoin', 'DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
  ['evm', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['evm', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
  ['evm', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB'],
  ['evm', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'],
  ['evm', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ['solana', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'],
  ['solana', '11111111111111111111111111111111'],
  ['xrp', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
  ['xrp', 'X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ'],
  ['ton', 'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF'],
  ['ton', 'UQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPuwA'],
  ['ton', '0:ca6e321c7cce9ecedf0a8ca2492ec8592494aa5fb5ce0387dff96ef6af982a3e'],
];

describe('an address', () => {
  it.each(right)('of %s: %s', (chain, text) => {
    expect(checkAddress(chain, text)).toBeNull();
    expect(checkAddress(chain, ` ${text}\n`)).toBeNull();
    expect(recogniseAddress(text)).toMatchObject({ problem: null });
    expect(recogniseAddress(text)?.chains).toContain(chain);
  });

  it.each<[Chain, string, AddressProblem, string]>([
    ['bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'checksum', 'the last letter is wrong'],
    ['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'checksum', 'the last letter is wrong'],
    [
      'bitcoin',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh',
      'checksum',
      'BIP 350: the wrong of two checksums',
    ],
    ['bitcoin', 'bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'form', 'capitals mixed'],
    ['bitcoin', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'form', 'of the test network'],
    ['bitcoin', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'form', 'of another chain'],
    ['evm', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'checksum', 'a capital is wrong'],
    ['evm', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', 'form', 'a digit is missing'],
    ['evm', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'form', 'without 0x'],
    ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u', 'checksum', 'the last letter is wrong'],
    ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6', 'form', 'a letter is missing'],
    ['xrp', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi', 'checksum', 'the last letter is wrong'],
    ['ton', 'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHG', 'checksum', 'the last letter is wrong'],
    ['ton', 'kQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPgpP', 'form', 'of the test network'],
    ['solana', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTD', 'form', 'too short for 32 bytes'],
    ['dogecoin', '', 'form', 'nothing'],
  ])('of %s is not %s: %s (%s)', (chain, text, problem) => {
    expect(checkAddress(chain, text)).toBe(problem);
  });

  it('is of one chain, but for the old script form that Bitcoin and Litecoin share', () => {
    for (const [chain, text] of right) {
      const expected = text.startsWith('3') ? ['bitcoin', 'litecoin'] : [chain];
      expect(recogniseAddress(text)?.chains).toEqual(expected);
    }
  });

  it('with a typing error is still recognised as what it was meant to be', () => {
    expect(recogniseAddress('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u')).toEqual({
      chains: ['tron'],
      problem: 'checksum',
    });
  });

  it('is none of the words that people write', () => {
    for (const text of ['withdrawal', 'https://www.htx.com', '13800138000', '0x', 'TRC20', 'null'])
      expect(recogniseAddress(text)).toBeNull();
  });
});

describe('whatever the payload', () => {
  const payload = fc.uint8Array({ minLength: 20, maxLength: 20 });
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

  it('SegWit addresses of every version are right with their checksum and wrong with the other', () => {
    fc.assert(
      fc.property(payload, fc.integer({ min: 0, max: 16 }), (bytes, version) => {
        const words = [version, ...bech32.toWords(bytes)];
        const [first, second] = [bech32.encode('bc', words, 90), bech32m.encode('bc', words, 90)];
        const [whole, wrong] = version === 0 ? [first, second] : [second, first];
        expect(checkAddress('bitcoin', whole)).toBeNull();
        expect(checkAddress('bitcoin', wrong)).toBe('checksum');
      }),
    );
  });

  it('no text makes it throw, and one wrong letter never passes a checksum', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        for (const chain of chains) checkAddress(chain, text);
        recogniseAddress(text);
      }),
    );
    const checked = right.filter(
      ([chain, text]) => /^(bitcoin|litecoin|dogecoin|tron|xrp)$/.test(chain) && !/1q|1Q|1p/.test(text),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...checked),
        fc.nat(200),
        fc.constantFrom(...letters),
        ([chain, text], at, letter) => {
          const place = at % text.length;
          if (text[place] === letter) return;
          const changed = text.slice(0, place) + letter + text.slice(place + 1);
          expect(checkAddress(chain, changed)).not.toBeNull();
        },
      ),
    );
  });

  it('what fits no chain by length is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 18 }), (bytes) => {
        expect(recogniseAddress(base58.encode(bytes))).toBeNull();
      }),
    );
  });
});
