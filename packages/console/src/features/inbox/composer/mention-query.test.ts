import { expect, it } from 'vitest';
import { mentionQuery, withMention } from './mention-query.ts';

it.each<[string, string | null]>([
  ['@', ''],
  ['ask @li', 'li'],
  ['ask @Lin W', 'Lin W'],
  ['请 @林', '林'],
  ['请，@林', '林'],
  ['请@林', '林'],
  ['お願い@佐藤', '佐藤'],
  ['확인@김', '김'],
  ['(@li', 'li'],
  ['ask:@li', 'li'],
  ['mail a@b', null],
  ['mail first.last@b', null],
  ['mail ünal@b', null],
  ['mail li_7@b', null],
  ['邮箱 a@b', null],
  ['no mention', null],
  ['@Lin Wei please look', null],
])('in "%s" looks for %s', (text, expected) => {
  expect(mentionQuery(text, text.length)?.text ?? null).toBe(expected);
});

it('writes the name out and leaves the rest', () => {
  const text = 'ask @li about it';
  const query = mentionQuery(text, 7);
  expect(query && withMention(text, query, 7, 'Lin Wei')).toEqual(['ask @Lin Wei about it', 13]);
});
