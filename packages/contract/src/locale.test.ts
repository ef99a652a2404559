import { expect, test } from 'vitest';
import {
  directionOf,
  languageOf,
  locales,
  nameOfLanguage,
  nearestLocale,
  negotiateLocale,
} from './locale.ts';

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh_TW', 'zh-TW'],
  ['yue-HK', 'zh-TW'],
  ['en-GB', 'en'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['in', 'id'],
  ['AR-eg', 'ar'],
  ['sw', undefined],
  ['', undefined],
])('%s is served in %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});

test('the first wish that can be granted is', () => {
  expect(negotiateLocale(['sw', 'vi-VN', 'en'])).toBe('vi');
  expect(negotiateLocale([])).toBe('en');
});

test('only Arabic runs from right to left, and both Chinese are one language to an agent', () => {
  expect(locales.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar']);
  expect(languageOf('zh-TW')).toBe(languageOf('zh-CN'));
});

test.each([
  ['en', 'ar', 'الإنجليزية'],
  ['zh-CN', 'de', 'Chinesisch (vereinfacht)'],
  ['zh-TW', 'en', 'Traditional Chinese'],
  ['th', 'th', 'ไทย'],
] as const)('%s is called in %s: %s', (of, inLocale, name) => {
  expect(nameOfLanguage(of, inLocale)).toBe(name);
});
