import { formatMessage } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { begin, end, pseudoText } from './pseudo-text.ts';

test.each([
  ['Save', '⟦Šáṽé ľ⟧'],
  ['', ''],
])('“%s” is “%s”', (text, wanted) => {
  expect(pseudoText(text)).toBe(wanted);
});

test.each<[string, Record<string, string | number>, RegExp]>([
  ['Hello {name}, welcome', { name: 'Mei' }, /Ĥéľľö Mei, ŵéľçöɱé/],
  ['{count, plural, one {# day} other {# days}} left', { count: 3 }, /3 đáýš ľéƒţ/],
  ['{count, plural, one {# day} other {# days}} left', { count: 1 }, /1 đáý ľéƒţ/],
  ['See https://example.com/a now', {}, /Šéé https:\/\/example\.com\/a ñöŵ/],
])('“%s” still says what it is given', (text, params, said) => {
  const filled = formatMessage('en', pseudoText(text), params);
  expect(filled).toMatch(said);
  expect(filled.startsWith(begin) && filled.endsWith(end)).toBe(true);
  expect(filled.length).toBeGreaterThan(formatMessage('en', text, params).length * 1.2);
});
