import { type ConsoleLocale, consoleLocales, locales } from '@fairlead/contract/locale';
import { expect, test } from 'vitest';
import { readerOf } from './reader.ts';

test('each language is served in its own texts or in English, and says which', () => {
  expect(locales.map((tag) => readerOf(tag).language)).toEqual(
    locales.map((tag) => (consoleLocales.includes(tag as ConsoleLocale) ? tag : 'en')),
  );
  expect(readerOf('zh-CN').t('form.buyCurrency', { currency: 'BTC' })).toBe('买入 BTC');
  expect(readerOf('th').t('form.buyCurrency', { currency: 'BTC' })).toBe('Buy BTC');
});

test('numbers are written as the language does, large ones short', () => {
  const { numbers } = readerOf('zh-CN');
  expect(numbers.fixed(78204.5, 2)).toBe('78,204.50');
  expect(numbers.compact(486_230_000, 2)).toBe('4.86亿');
  expect(numbers.compact(0.012345, 6)).toBe('0.012345');
  expect(numbers.change(0.0123)).toBe('+1.23%');
  expect(numbers.change(0)).toBe('0.00%');
});
