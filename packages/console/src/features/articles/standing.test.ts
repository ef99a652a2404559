import { describe, expect, it } from 'vitest';
import { categoryName, standingOf } from './standing.ts';

describe('how a translation stands', () => {
  it.each([
    ['published', 'current', 'current'],
    ['published', 'source', 'current'],
    ['published', 'outdated', 'outdated'],
    ['draft', 'outdated', 'outdated'],
    ['draft', 'source', 'draft'],
    ['review', 'current', 'review'],
    ['archived', 'outdated', 'archived'],
  ] as const)('%s and %s is %s', (state, currency, standing) => {
    expect(standingOf({ state, currency })).toBe(standing);
  });

  it('is missing where there is none', () => {
    expect(standingOf(undefined)).toBe('missing');
  });
});

describe('the name of a category', () => {
  it('is that of the language, else the English one, else any, else the slug', () => {
    const of = (name: string) => ({ name, description: '' });
    expect(categoryName({ slug: 's', texts: { en: of('Fees'), ja: of('手数料') } }, 'ja')).toBe('手数料');
    expect(categoryName({ slug: 's', texts: { ja: of('手数料'), en: of('Fees') } }, 'ko')).toBe('Fees');
    expect(categoryName({ slug: 's', texts: { ja: of('手数料') } }, 'ko')).toBe('手数料');
    expect(categoryName({ slug: 's', texts: {} }, 'ko')).toBe('s');
  });
});
