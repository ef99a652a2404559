import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FolderArticle, readFolder, writeFolder } from './folder-format.ts';

const source = (head: string, body = 'Text') => `---\n${head}\n---\n\n${body}\n`;
const fileId = '01900000-0000-7000-8000-000000000001';
const file = (path: string, text: string) => ({ path, text });

test('an article is read with its translations, whatever folder it lies in', () => {
  const { articles, problems } = readFolder([
    file(
      'export/deposits/no-memo/en.md',
      source(
        'title: "Memo: missing"\nsummary: s\nsource: true\ntags: [memo, 429]\nrelated: [deposits/find-your-txid, other]\nreviewed: 2026-11-26',
      ),
    ),
    file('export/deposits/no-memo/ja.md', source('title: メモ', '本文\r\n続き')),
    { path: 'export/deposits/no-memo/files/screen.png', fileId },
    { path: 'export/logo.png', fileId },
  ]);
  expect(problems).toEqual([]);
  expect(articles).toEqual([
    {
      category: 'deposits',
      slug: 'no-memo',
      sourceLocale: 'en',
      visibility: 'public',
      tags: ['memo', '429'],
      intents: [],
      ticketCategory: null,
      related: ['find-your-txid', 'other'],
      attachments: [],
      files: new Map([['screen.png', fileId]]),
      reviewed: '2026-11-26',
      texts: new Map([
        ['en', { title: 'Memo: missing', summary: 's', body: 'Text' }],
        ['ja', { title: 'メモ', summary: '', body: '本文\n続き' }],
      ]),
    },
  ]);
});

test.each([
  [
    'a name that is no language',
    'a/b/klingon.md',
    source('title: x\nsource: true'),
    { path: 'a/b/klingon.md', problem: 'path' },
  ],
  ['no front matter', 'a/b/en.md', 'Text', { path: 'a/b/en.md', problem: 'front_matter' }],
  ['YAML that is none', 'a/b/en.md', source('title: [x'), { path: 'a/b/en.md', problem: 'front_matter' }],
  ['no title', 'a/b/en.md', source('source: true'), { path: 'a/b/en.md', problem: 'front_matter' }],
  [
    'a ticket category that there is none of',
    'a/b/en.md',
    source('title: x\nsource: true\nticketCategory: x'),
    { path: 'a/b/en.md', problem: 'front_matter' },
  ],
  ['translations alone', 'a/b/ja.md', source('title: x'), { path: 'a/b', problem: 'source_missing' }],
])('%s is named and left out', (_, path, text, problem) => {
  const read = readFolder([file(path, text)]);
  expect(read.problems).toContainEqual(problem);
  expect(read.articles).toEqual([]);
});

test('what is written is read back as it was', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((it) => it.replace(/[\r\n\u0085\u2028\u2029]/g, ' ').trim())
    .filter(Boolean);
  const text = fc.record({ title: words, summary: words, body: words });
  const any: fc.Arbitrary<FolderArticle> = fc.record({
    category: fc.constant('deposits'),
    slug: fc.constant('no-memo'),
    sourceLocale: fc.constant('en' as const),
    visibility: fc.constantFrom('public' as const, 'agents' as const),
    tags: fc.array(fc.constantFrom('memo', '429', 'true', 'a: b', '#x'), { maxLength: 4 }),
    intents: fc.array(fc.constantFrom('deposit.missing_memo'), { maxLength: 1 }),
    ticketCategory: fc.constantFrom(null, 'api' as const),
    related: fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
    attachments: fc.array(fc.constantFrom('a.pdf', '1.csv'), { maxLength: 2 }),
    files: fc.constantFrom(new Map(), new Map([['a.pdf', fileId]])),
    reviewed: fc.constantFrom(null, '2026-11-26'),
    texts: fc.tuple(text, text).map(
      ([en, ja]) =>
        new Map([
          ['en' as const, en],
          ['ja' as const, ja],
        ]),
    ),
  });
  fc.assert(
    fc.property(any, (article) => {
      expect(readFolder(writeFolder([article]))).toEqual({ articles: [article], problems: [] });
    }),
    { numRuns: 200 },
  );
});
