import type { Macro } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { glossary } from '../../helpcenter/index.ts';
import { hear } from '../understand/hear.ts';
import { createMacroRanker } from './rank-macros.ts';

const moment = { now: new Date('2026-11-26T10:00:00Z'), timeZone: 'UTC' };
const macro = (id: string, name: string, texts: Macro['texts'], more: Partial<Macro> = {}): Macro => ({
  id,
  name,
  folder: '',
  sharing: 'all',
  ownerId: 'lead',
  texts,
  actions: [],
  editable: false,
  uses: 0,
  usedAt: null,
  updatedAt: '2026-11-26T10:00:00.000Z',
  ...more,
});
const cancel = macro('cancel', 'Cancel a withdrawal', {
  en: 'You can cancel a withdrawal in the withdrawal history while it is under review.',
});
const listing = macro('listing', 'New listings', {
  en: 'We announce which coins are listed next on our announcement page.',
});
const shippedWords = { current: () => glossary, onChange: () => {} };
const ids = (text: string, macros: Macro[], ranker = createMacroRanker(shippedWords)) =>
  ranker.rank(macros, hear(text, 'en', moment)).map((it) => it.macro.id);
const question = 'How can I cancel a withdrawal that I submitted?';

test('what is asked about goes first, and what is about something else is left out', () => {
  expect(ids(question, [listing, cancel])).toEqual(['cancel']);
  const [best] = createMacroRanker(shippedWords).rank([cancel], hear(question, 'en', moment));
  expect(best).toMatchObject({ why: 'intent', intent: 'withdrawal.cancel' });
});

test('another language is understood by what is meant', () => {
  expect(ids('提交了提币，怎么取消？', [listing, cancel])).toEqual(['cancel']);
});

test.each(['Hello', 'blorp fnord wibble quux'])('nothing fits what is about no matter: %s', (text) => {
  expect(ids(text, [cancel, listing])).toEqual([]);
});

test('only the macros that it is given are offered, and a changed one is read anew', () => {
  const ranker = createMacroRanker(shippedWords);
  expect(ids(question, [cancel, listing], ranker)).toEqual(['cancel']);
  expect(ids(question, [listing], ranker)).toEqual([]);
  const changed = { ...listing, id: 'cancel', updatedAt: '2026-11-27T10:00:00.000Z' };
  expect(ids(question, [changed], ranker)).toEqual([]);
});

test('of two that fit alike the one that is used more goes first', () => {
  const twin = { ...cancel, id: 'twin', uses: 5 };
  expect(ids(question, [cancel, twin])[0]).toBe('twin');
});
