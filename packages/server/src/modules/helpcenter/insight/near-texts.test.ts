import { expect, test } from 'vitest';
import { type ComparedText, nearTexts } from './near-texts.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `word${(from + at) * 7919}`).join(' ');
const text = (articleId: string, title: string, body: string, locale = 'en'): ComparedText => ({
  articleId,
  locale,
  title,
  body,
});
const whole = words(0, 120);

test.each<[string, ComparedText, ComparedText, boolean]>([
  ['nothing in common', text('a', 'Deposits', whole), text('b', 'API keys', words(500, 120)), false],
  [
    'the same body, however it is formed',
    text('a', 'One', whole),
    text('b', 'Two', `## ${whole.toUpperCase()}!`),
    true,
  ],
  ['most of a body', text('a', 'One', whole), text('b', 'Two', `${words(0, 90)} ${words(500, 30)}`), true],
  [
    'a little of a body',
    text('a', 'One', whole),
    text('b', 'Two', `${words(0, 20)} ${words(500, 100)}`),
    false,
  ],
  ['a short text that stands in a long one', text('a', 'One', words(10, 60)), text('b', 'Two', whole), true],
  ['nearly the same titles', text('a', 'How to reset 2FA?', ''), text('b', 'how to reset 2fa', 'x'), true],
  ['titles that share a word', text('a', 'Deposit fees', ''), text('b', 'Withdrawal fees', ''), false],
  ['the same in another language', text('a', 'One', whole), text('b', 'Two', whole, 'de'), false],
  ['one article with itself', text('a', 'One', whole), text('a', 'One', whole), false],
  ['short bodies', text('a', 'One', 'See below.'), text('b', 'Two', 'See below.'), false],
])('%s', (_what, one, other, near) => {
  expect(nearTexts([one, other])).toHaveLength(near ? 1 : 0);
});

test('what many texts say is a usual phrase', () => {
  const many = Array.from({ length: 14 }, (_, at) => text(`a${at}`, `Title${at * 31}`, whole));
  expect(nearTexts(many).filter((it) => it.bodies > 0)).toEqual([]);
});

test('the most alike come first, with how much', () => {
  const pairs = nearTexts([
    text('a', 'One', whole),
    text('b', 'Two', `${words(0, 80)} ${words(500, 40)}`),
    text('c', 'Three', whole),
  ]);
  expect(pairs.map((it) => [it.one.articleId, it.other.articleId])[0]).toEqual(['a', 'c']);
  expect(pairs[0]?.bodies).toBe(1);
  expect(pairs[1]?.bodies).toBeLessThan(0.9);
});
