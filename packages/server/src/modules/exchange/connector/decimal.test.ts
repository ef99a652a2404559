import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, readDecimal } from './decimal.ts';

test.each([
  ['1', '1'],
  ['1.500', '1.5'],
  ['0.00000001', '0.00000001'],
  ['1.82e-6', '0.00000182'],
  ['1E+21', '1000000000000000000000'],
  ['12.34e1', '123.4'],
  ['-0.50', '-0.5'],
  ['-0', '0'],
  ['007', '7'],
  ['100.', '100'],
  ['123456789012345678901234.000000000000000001', '123456789012345678901234.000000000000000001'],
  ['', null],
  ['1,5', null],
  ['NaN', null],
  ['.5', null],
  ['0x10', null],
])('%j is %j', (text, value) => {
  expect(readDecimal(text)).toBe(value);
});

test('every number comes back as it was, whatever its form', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e21, max: 1e21 }), (number) => {
      const value = readDecimal(String(number));
      expect(Number(value)).toBe(number === 0 ? 0 : number);
      expect(value).toMatch(/^-?\d+(\.\d*[1-9])?$/);
    }),
  );
});

test.each([
  ['1', '1.0', 0],
  ['0.9', '0.10', 1],
  ['-1', '0', -1],
  ['10', '9.999999999999999999', 1],
  ['0.1', '0.10000000000000000001', -1],
])('%s beside %s', (a, b, order) => {
  expect(compareDecimals(a, b)).toBe(order);
});
