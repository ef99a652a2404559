import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchDocument, SearchHit } from './search-types.ts';
import { createSearcher } from './searcher.ts';

const glossary = {
  concepts: [
    { id: 'withdrawal', terms: { en: ['withdrawal', 'cash out'], 'zh-CN': ['提币'], ko: ['출금'] } },
  ],
  assets: [{ ticker: 'BTC', names: ['比特币'] }],
  networks: [],
};
const words = [
  'deposit',
  'withdraw',
  'withdrawal',
  'fee',
  'TRC20',
  'ERC-20',
  'don’t',
  'network',
  'nạp',
  'rút',
  'tiền',
  'đổi',
  'вывод',
  'счёт',
  'retiro',
  'verificación',
  '提币',
  '充值',
  '到账',
  '比特币',
  '出金',
  'ビット',
  '출금이',
  '수수료',
  'ถอนเงิน',
  'السحب',
  '🙂',
  '\n',
  '-',
  '2FA',
];
const locale = fc.constantFrom('en', 'zh-CN', 'ko', 'vi', 'ru', 'es', 'th', 'ja', 'ar', 'de', 'xx');
const prose = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((gap) => parts.join(gap)));
const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  locale,
  title: prose,
  summary: prose,
  headings: fc.array(prose, { maxLength: 2 }),
  body: prose,
  tags: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
  category: fc.constantFrom('x', 'y'),
  weight: fc.double({ min: 0, max: 3, noNaN: true }),
});

function holding(documents: readonly SearchDocument[]) {
  const searcher = createSearcher({ glossary });
  for (const it of documents) searcher.put(it);
  return searcher;
}

const join = (fragments: SearchHit['title']) => fragments.map(({ text }) => text).join('');

it('answers any text, with pieces of the texts it found', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 8 }), prose, locale, (documents, text, locale) => {
      const kept = new Map(documents.map((it) => [`${it.id} ${it.locale}`, it]));
      const { hits, facets } = holding(documents).search({
        text,
        locale,
        fallbackLocales: ['en', 'zh-CN'],
        limit: 5,
      });
      expect(hits.length).toBeLessThanOrEqual(5);
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
      expect(Object.values(facets).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
        hits.length,
      );
      for (const { id, locale, title, excerpt, score } of hits) {
        const found = kept.get(`${id} ${locale}`);
        expect(join(title)).toBe(found?.title);
        const shown = join(excerpt.filter(({ text, hit }) => hit || text !== '…'));
        expect(`${found?.summary}\u0000${found?.body}`).toContain(shown);
        expect([...title, ...excerpt].every(({ text }) => text !== '')).toBe(true);
        expect(score).toBeGreaterThan(0);
      }
    }),
  );
});

it('what is removed leaves no trace', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(document, { maxLength: 6, selector: (it) => `${it.id} ${it.locale}` }),
      document,
      prose,
      locale,
      (documents, passing, text, locale) => {
        const others = documents.filter((it) => it.id !== passing.id || it.locale !== passing.locale);
        const searcher = holding(others);
        const request = { text, locale, fallbackLocales: ['en'], limit: 10 };
        const before = searcher.search(request);
        searcher.put(passing);
        searcher.search(request);
        searcher.remove(passing.id, passing.locale);
        expect(searcher.search(request)).toEqual(before);
        expect(searcher.size).toBe(others.length);
      },
    ),
  );
});

it('in whatever order documents came, they are found alike', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(document, { maxLength: 6, selector: (it) => `${it.id} ${it.locale}` }),
      prose,
      locale,
      (documents, text, locale) => {
        const request = { text, locale, limit: 10 };
        const ids = (them: readonly SearchDocument[]) =>
          holding(them)
            .search(request)
            .hits.map(({ id }) => id);
        expect(ids(documents.toReversed())).toEqual(ids(documents));
      },
    ),
  );
});

it('a title that is typed out finds its article first', () => {
  const title = fc.array(fc.constantFrom(...words.filter((it) => /\p{L}/u.test(it))), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(title, { minLength: 1, maxLength: 20, selector: (it) => it.join(' ') }),
      locale,
      (titles, locale) => {
        const documents = titles.map((it, place) => ({
          id: `article-${place}`,
          locale,
          title: it.join(' '),
          summary: titles.map((other) => other.join(' ')).join('. '),
          headings: [],
          body: '',
          tags: [],
          category: 'x',
          weight: place % 2 === 0 ? 0.1 : 9,
        }));
        const searcher = holding(documents);
        for (const { id, title } of documents)
          expect(searcher.search({ text: title, locale, limit: 3 }).hits[0]?.id).toBe(id);
      },
    ),
    { numRuns: 50 },
  );
});
