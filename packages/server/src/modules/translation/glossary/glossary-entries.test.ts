import { expect, test } from 'vitest';
import { entriesAsTsv, glossaryEntries } from './glossary-entries.ts';

const concepts = [
  { id: 'deposit', terms: { en: ['deposit', 'top up', 'add funds'], vi: ['nạp', 'gửi'], 'zh-CN': ['充币'] } },
  { id: 'again', terms: { en: ['top up'], vi: ['nạp thêm'] } },
  { id: 'memo', terms: { en: ['memo'], vi: ['memo'] } },
  { id: 'lines', terms: { en: ['a\tb\nc'], vi: ['d\te'] } },
  { id: 'none', terms: { en: ['only English'] } },
];

test('says each term once, as the other language says it first', () => {
  expect(entriesAsTsv(glossaryEntries(concepts, 'en', 'vi'))).toBe('deposit\tnạp\ntop up\tnạp\na b c\td e');
  expect([...glossaryEntries(concepts, 'vi', 'en')]).toEqual([
    ['nạp', 'deposit'],
    ['gửi', 'deposit'],
    ['nạp thêm', 'top up'],
    ['d e', 'a b c'],
  ]);
  expect(glossaryEntries(concepts, 'de', 'en').size).toBe(0);
});
