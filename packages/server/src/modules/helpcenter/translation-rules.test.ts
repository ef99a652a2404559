import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { bestLocale, currencyOf, goesOn, isLive, nextLocales } from './translation-rules.ts';

const source = { locale: 'en' as const, publishedId: 'p2', revisionId: 'r3' };

test.each([
  ['no translation', undefined, source, 'missing'],
  ['the source itself', { locale: 'en', followsId: null }, source, 'source'],
  ['one that follows what is published', { locale: 'ja', followsId: 'p2' }, source, 'current'],
  ['one that follows an earlier text', { locale: 'ja', followsId: 'p1' }, source, 'outdated'],
  ['one that follows a draft nobody sees yet', { locale: 'ja', followsId: 'r3' }, source, 'outdated'],
  [
    'one made before the source was published',
    { locale: 'ja', followsId: 'r3' },
    { ...source, publishedId: null },
    'current',
  ],
  ['one of which nobody said what it follows', { locale: 'ja', followsId: null }, source, 'outdated'],
] as const)('%s', (_, translation, of, currency) => {
  expect(currencyOf(translation, of)).toBe(currency);
});

const draft = { state: 'draft' as const, publishedId: 'p', revisionId: 'r' };
const last = { id: 'r', authorId: 'mei', createdAt: new Date('2026-11-26T10:00:00Z') };
const soon = { authorId: 'mei', now: new Date('2026-11-26T10:59:00Z') };

test.each([
  ['in one sitting', draft, last, soon, true],
  ['an hour later', draft, last, { ...soon, now: new Date('2026-11-26T11:00:00Z') }, false],
  ['by somebody else', draft, last, { ...soon, authorId: 'bao' }, false],
  ['of what is in review', { ...draft, state: 'review' as const }, last, soon, false],
  ['of what readers see', { ...draft, publishedId: 'r' }, last, soon, false],
])('a save %s goes into the last revision: %#', (_, translation, revision, by, expected) => {
  expect(goesOn(translation, revision, by)).toBe(expected);
});

test('readers see a translation while it and the source are published', () => {
  expect(isLive({ publishedId: 'a' }, { publishedId: 'b' })).toBe(true);
  expect(isLive({ publishedId: null }, { publishedId: 'b' })).toBe(false);
  expect(isLive({ publishedId: 'a' }, { publishedId: null })).toBe(false);
});

test.each<[Locale, Locale[], Locale]>([
  ['ja', ['en', 'ja', 'zh-CN'], 'ja'],
  ['zh-TW', ['en', 'zh-CN'], 'zh-CN'],
  ['th', ['zh-CN', 'en', 'ja'], 'en'],
  ['th', ['zh-CN', 'ja'], 'zh-CN'],
])('who reads %s of %j gets %s', (wanted, there, expected) => {
  expect(bestLocale(wanted, new Set(there), 'zh-CN')).toBe(expected);
});

test.each<[Locale, Locale[], Locale[]]>([
  ['fr', ['zh-CN'], ['en', 'zh-CN']],
  ['zh-TW', ['en', 'zh-CN'], ['zh-CN', 'en']],
  ['en', ['en', 'ja'], ['ja']],
])('who reads %s where articles are written in %j looks into %j too', (wanted, sources, expected) => {
  expect(nextLocales(wanted, new Set(sources))).toEqual(expected);
});
