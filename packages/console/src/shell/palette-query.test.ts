import { expect, it } from 'vitest';
import { paletteQuery } from './palette-query.ts';

it.each<[string, string | null]>([
  ['', null],
  ['  ', null],
  ['a', null],
  ['#', null],
  ['an', 'an'],
  [' #1042 ', '#1042'],
  ['王', '王'],
  ['김', '김'],
])('for "%s" asks for %s', (text, expected) => {
  expect(paletteQuery(text)).toBe(expected);
});
