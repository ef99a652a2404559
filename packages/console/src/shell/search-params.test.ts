import { describe, expect, it } from 'vitest';
import { inboxSearch, nextSearch, peopleSearch, querySearch, sortSearch } from './search-params.ts';

describe('nextSearch', () => {
  it('keeps a path of the console', () => {
    expect(nextSearch({ next: '/inbox/mine?q=btc' })).toEqual({ next: '/inbox/mine?q=btc' });
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    42,
    undefined,
  ])('drops %s', (next) => {
    expect(nextSearch({ next })).toEqual({});
  });
});

describe('the other searches', () => {
  it('read a number that the router made of text', () => {
    expect(querySearch({ q: 10423 })).toEqual({ q: '10423' });
  });

  it('drop what they do not know', () => {
    expect(inboxSearch({ q: '', language: 'vi', channel: 'pigeon', other: 1 })).toEqual({ language: 'vi' });
    expect(peopleSearch({ tab: 'nowhere', q: 'lin', sort: '-load' })).toEqual({ q: 'lin', sort: '-load' });
    expect(sortSearch({ sort: '', other: 1 })).toEqual({});
  });
});
