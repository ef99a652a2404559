import { expect, test } from 'vitest';
import { findExactParts } from './exact-parts.ts';

const partsOf = (text: string) =>
  findExactParts(text, 'en', ['HTX Earn']).map((it) => text.slice(it.start, it.end));

test.each([
  ['Write to help.desk+1@htx.example now', ['help.desk+1@htx.example']],
  ['I sent 1,250.50 USDT on 2026-11-27', ['1,250.50 USDT', '2026-11-27']],
  ['See https://htx.example/a?b=1. Then HTX Earn', ['https://htx.example/a?b=1', 'HTX Earn']],
  ['{{customer.name}}, case #10423', ['{{customer.name}}', '#10423']],
])('%s', (text, parts) => expect(partsOf(text)).toEqual(parts));

test.each(['a', '-', '1 ', 'a1 ', '0x'])(
  'a letter of nothing but “%s” is read in the time that its length takes',
  (unit) => {
    expect(partsOf(`${unit.repeat(100_000)} #7`).at(-1)).toBe('#7');
  },
);
