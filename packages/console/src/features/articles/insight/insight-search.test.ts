import { expect, test } from 'vitest';
import { insightSearch } from './insight-search.ts';

test('the address keeps what it knows and leaves out the rest', () => {
  expect(insightSearch({ tab: 'votes', days: 90, language: 'ja', x: 1 })).toEqual({
    tab: 'votes',
    days: 90,
    language: 'ja',
  });
  expect(insightSearch({ tab: 'lost', days: 30, language: 'xx' })).toEqual({});
});
