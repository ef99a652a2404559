import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { findTerms } from './find-terms.ts';
import { firstGlossary } from './first-glossary.ts';

const concepts = [
  { id: 'trading', terms: { en: ['trading', 'trade'], vi: ['giao dịch'], 'zh-CN': ['交易'] } },
  { id: 'txid', terms: { en: ['TXID', 'transaction hash'], vi: ['mã giao dịch'], 'zh-CN': ['交易哈希'] } },
  { id: 'deposit', terms: { en: ['deposit', 'top up', 'add funds'], vi: ['nạp'] } },
];

test.each<[string, Locale, Locale, string[]]>([
  ['mã giao dịch của tôi', 'vi', 'en', ['mã giao dịch']],
  ['giao dịch và mã giao dịch', 'vi', 'en', ['mã giao dịch', 'giao dịch']],
  ['我的交易哈希', 'zh-CN', 'en', ['交易哈希']],
  ['My Deposit, my TXID', 'en', 'vi', ['deposit', 'TXID']],
  // Nobody means the concept by a part of a word, or by what customers say besides.
  ['traded depositors add funds', 'en', 'vi', []],
  // The glossary has no German for it.
  ['My deposit', 'en', 'de', []],
  ['我的交易', 'zh-TW', 'en', ['交易']],
])('%s', (text, from, to, terms) => {
  expect(findTerms(text, concepts, from, to).map((it) => it.said)).toEqual(terms);
});

test('what came along is a glossary, and its names stay', () => {
  const { concepts: first, keep } = firstGlossary();
  expect(first.length).toBeGreaterThan(100);
  expect(keep).toEqual(expect.arrayContaining(['HTX', 'USDT']));
});
