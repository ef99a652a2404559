import { locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { letterWords } from '../letter-words.ts';
import { bindingChoice } from './binding-words.ts';

test.each(locales)('%s: both answers are known, differ, and fit on a button', (locale) => {
  const [yes, no] = [letterWords(locale, 'binding.yes'), letterWords(locale, 'binding.no')];
  expect([yes, no, ` ${yes.toUpperCase()} `].map(bindingChoice)).toEqual(['yes', 'no', 'yes']);
  expect(Math.max(yes.length, no.length)).toBeLessThanOrEqual(20);
  expect(letterWords(locale, 'binding.ask', { account: '…4821' })).toContain(yes);
});

test.each([
  ['1', 'yes'],
  ['2', 'no'],
  ['12', null],
  ['', null],
  ['Connect me to a person', null],
])('%j', (text, choice) => {
  expect(bindingChoice(text)).toBe(choice);
});
