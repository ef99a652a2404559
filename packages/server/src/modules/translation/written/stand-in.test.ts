import type { CoverageStanding, CoverageStep, Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { standIn } from './stand-in.ts';

const article: CoverageStep[] = ['own', 'relative', 'english', 'source'];
const form: CoverageStep[] = ['own', 'relative', 'shipped', 'english', 'any'];
const reply: CoverageStep[] = ['own', 'relative', 'source'];

test.each<[CoverageStep[], Locale[], Locale[], Locale, CoverageStanding, Locale | null]>([
  [article, ['en', 'vi'], [], 'vi', 'own', 'vi'],
  [article, ['en', 'vi', 'ru'], [], 'ru', 'outdated', 'ru'],
  [article, ['en', 'zh-CN'], [], 'zh-TW', 'falls_back', 'zh-CN'],
  [article, ['en', 'zh-CN'], [], 'ja', 'falls_back', 'en'],
  [article, ['zh-CN'], [], 'ja', 'falls_back', 'zh-CN'],
  [form, [], ['en', 'ja'], 'ja', 'shipped', 'ja'],
  [form, ['ja'], ['en', 'ja'], 'ja', 'own', 'ja'],
  [form, ['zh-TW'], ['zh-CN'], 'zh-CN', 'falls_back', 'zh-TW'],
  [form, ['vi'], [], 'ja', 'falls_back', 'vi'],
  [reply, ['en', 'zh-CN'], [], 'ja', 'falls_back', 'zh-CN'],
  [['own'], ['en'], [], 'ja', 'none', null],
])('by %j, with %j written and %j shipped, %s is %s', (chain, locales, shipped, locale, standing, reads) => {
  const text = { source: 'zh-CN' as const, locales, shipped };
  expect(standIn(text, ['ru'], chain, locale)).toEqual({ standing, reads });
});
