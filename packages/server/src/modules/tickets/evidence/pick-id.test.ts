import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pickId } from './pick-id.ts';

const hex = '7c9f0e5b2d4a8136ef57c0b91d3e6a28f4057b9ce1d2638ab5f70c4e912d6b3a';
const tron = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8';
const segwit = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq';
const solana = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV';
/** A row that was read alike each time. */
const clear = (text: string) => [text, text, text];
const picked = (rows: string[][]) => {
  const found = pickId(rows);
  return found && [found.entity.text, found.entity.value !== null, found.misread];
};

test.each<[string, string[][], [string, boolean, boolean] | null]>([
  [
    'a transaction id over three rows',
    [hex.slice(0, 28), hex.slice(28, 56), hex.slice(56)].map(clear),
    [hex, true, false],
  ],
  ['rows below that do not belong to it', [clear(hex), clear('4e912d6b3a')], [hex, true, false]],
  [
    'a transaction id that is read in two ways',
    [[hex, hex.replace('3e6a', '3eba'), hex]],
    [hex, false, true],
  ],
  ['one that stood otherwise with the rest', [[hex, hex, hex.replace('3e6a', '3eba')]], [hex, false, true]],
  ['a one that stood as an l with the rest', [[hex, hex, hex.replace('1d', 'ld')]], [hex, true, false]],
  [
    'an address that one of its readings proves',
    [[tron.replace('bZ', 'bz'), tron, tron]],
    [tron, true, false],
  ],
  [
    'an address with a letter that looks like another',
    [clear(tron.replace('kjp', 'Kjp'))],
    [tron, true, false],
  ],
  ['an address with two', [clear(tron.replace('kjp', 'Kip'))], [tron.replace('kjp', 'Kip'), false, true]],
  [
    'an address whose prefix ends with what looks like a one',
    [clear(segwit.replace('bc1', 'bcl'))],
    [segwit, true, false],
  ],
  ['an address with ones where none may stand', [clear(segwit.replaceAll('l', '1'))], [segwit, true, false]],
  ['an address without a checksum', [clear(solana)], [solana, true, false]],
  ['one digit short of a transaction id', [clear(hex.slice(1))], null],
  ['words', [clear('Withdrawal-details')], null],
])('%s', (_, rows, expected) => {
  expect(picked(rows)).toEqual(expected);
});

test('whatever is read, it ends, and an address that is named has a right checksum or none', () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCxlIOTr1'), maxLength: 70 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const found = pickId(rows);
      expect(found === null || found.misread === (found.entity.value === null)).toBe(true);
    }),
  );
});
