import { describe, expect, it } from 'vitest';
import { articleSearch, listQueryOf } from './article-search.ts';

describe('the address of the articles', () => {
  it('keeps what it knows and leaves out the rest', () => {
    const raw = { q: 1042, language: 'ja', standing: 'outdated', due: true, category: '', x: 'y' };
    expect(articleSearch(raw)).toEqual({ q: '1042', language: 'ja', standing: 'outdated', due: true });
    expect(articleSearch({ language: 'xx', standing: 'lost', due: 'yes' })).toEqual({});
  });

  it.each([
    [{ q: 'fee' }, { text: 'fee' }],
    [
      { language: 'ja', standing: 'missing' },
      { locale: 'ja', currency: 'missing' },
    ],
    [{ standing: 'missing' }, {}],
    [
      { language: 'ko', standing: 'review' },
      { locale: 'ko', state: 'review' },
    ],
    [
      { standing: 'current', due: true, category: 'c' },
      { currency: 'current', due: 'true', categoryId: 'c' },
    ],
  ] as const)('%j asks for %j', (search, query) => {
    expect(listQueryOf(search)).toEqual(query);
  });
});
