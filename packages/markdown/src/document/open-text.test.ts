import { expect, test } from 'vitest';
import { openText } from './open-text.ts';
import { outerSpaces } from './outer-spaces.ts';

test.each([
  ['  a b\t', ['  ', 'a b', '\t']],
  ['a', ['', 'a', '']],
  [' \n ', [' \n ', '', '']],
  ['', ['', '', '']],
  ['\ufeffa\u00a0', ['\ufeff', 'a', '\u00a0']],
])('%j is spaces, text and spaces', (text, parts) => {
  expect(outerSpaces(text)).toEqual(parts);
});

// With a look from every space to the end each would take minutes.
test.each([
  ['within a line', `a${' '.repeat(300_000)}b`],
  ['set bold', `**a${' '.repeat(300_000)}b**`],
  ['in a line of its own', `a\n\n${' '.repeat(300_000)}\n\nb`],
])('very many spaces %s are read once', (_where, text) => {
  expect(openText(text)).not.toBeNull();
});
