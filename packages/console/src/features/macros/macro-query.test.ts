import type { Macro } from '@fairlead/contract';
import { expect, it, test } from 'vitest';
import { findMacros, macroQuery, withMacro } from './macro-query.ts';

test.each<[string, ReturnType<typeof macroQuery>]>([
  ['/', { start: 0, text: '' }],
  ['/dep', { start: 0, text: 'dep' }],
  ['Hello /dep not', { start: 6, text: 'dep not' }],
  ['你好 /充值', { start: 3, text: '充值' }],
  ['line\n/x', { start: 5, text: 'x' }],
  ['https://example.com', null],
  ['and/or', null],
  ['', null],
])('in %j', (text, found) => {
  expect(macroQuery(text, text.length)).toEqual(found);
});

it('puts the macro in the place of what was looked for, and the caret behind it', () => {
  const text = 'Hello /dep and more';
  expect(withMacro(text, { start: 6, text: 'dep' }, 'MACRO')).toEqual(['Hello MACRO and more', 11]);
});

const macro = (name: string, more: Partial<Macro> = {}): Macro => ({
  id: name,
  name,
  folder: '',
  sharing: 'all',
  ownerId: 'mei',
  texts: { en: 'Hello' },
  actions: [],
  editable: true,
  uses: 0,
  usedAt: null,
  updatedAt: '2026-11-24T12:00:00.000Z',
  ...more,
});

it('finds by name, folder and text, names that begin so first, then what is used most', () => {
  const all = [
    macro('Ask for TXID', { uses: 5 }),
    macro('Memo', { folder: 'Deposits', uses: 9 }),
    macro('Deposit on its way'),
    macro('充值', { texts: { 'zh-CN': '您的充值' } }),
  ];
  const names = (query: string) => findMacros(all, query, 'en').map(({ name }) => name);
  expect(names('deposit')).toEqual(['Deposit on its way', 'Memo']);
  expect(names('充值')).toEqual(['充值']);
  expect(names('ask txid')).toEqual(['Ask for TXID']);
  expect(names('nothing')).toEqual([]);
  expect(findMacros(all, '', 'zh-TW')[0]?.name).toBe('充值');
  expect(names('')).toEqual(['Memo', 'Ask for TXID', 'Deposit on its way', '充值']);
});
