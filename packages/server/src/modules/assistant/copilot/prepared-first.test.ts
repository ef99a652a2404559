import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { preparedFirst } from './prepared-first.ts';

const draft = (what: string, more: Partial<Draft> = {}): Draft => ({
  of: 'article',
  what,
  title: what,
  locale: 'en',
  text: `of ${what}`,
  reading: null,
  sources: [],
  ...more,
});
const sources = [{ title: 'Fees', url: '/help/en/fees' }];
const prepared = { locale: 'ja' as const, passage: 'b', text: 'made ready', sources };

test('nothing was made ready', () => {
  const drafts = [draft('a'), draft('b')];
  expect(preparedFirst(null, drafts)).toEqual(drafts);
});

test('it goes first, in the place of the draft from the same passage', () => {
  const reading = { locale: 'en' as const, text: 'to read' };
  const drafts = [draft('a'), draft('b', { reading, locale: 'ko' })];
  expect(preparedFirst(prepared, drafts)).toEqual([
    { ...draft('b'), locale: 'ko', text: 'made ready', reading, sources },
    draft('a'),
  ]);
});

test('it goes first where no draft is from its passage', () => {
  expect(preparedFirst(prepared, [draft('a')])).toEqual([
    { ...draft('b', { title: 'Fees' }), locale: 'ja', text: 'made ready', sources },
    draft('a'),
  ]);
});
