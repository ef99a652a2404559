import { expect, it, test } from 'vitest';
import { articleQuery, withArticle } from './article-query.ts';

test.each<[string, ReturnType<typeof articleQuery>]>([
  ['#', { start: 0, text: '' }],
  ['#memo', { start: 0, text: 'memo' }],
  ['Please read #missing memo', { start: 12, text: 'missing memo' }],
  ['请看#充值', { start: 2, text: '充值' }],
  ['请看：#充值', { start: 3, text: '充值' }],
  ['line\n#x', { start: 5, text: 'x' }],
  ['Your ticket is #10423', null],
  ['https://example.com/help#memo', null],
  ['C#', null],
  ['', null],
])('in %j', (text, found) => {
  expect(articleQuery(text, text.length)).toEqual(found);
});

it('puts title and address in the place of what was looked for, and the caret behind them', () => {
  const article = { title: 'Missing memo', address: 'https://x.example/help/en/a/b' };
  expect(withArticle('Read #mem and', { start: 5, text: 'mem' }, article)).toEqual([
    'Read Missing memo https://x.example/help/en/a/b and',
    48,
  ]);
});
