import { expect, test } from 'vitest';
import { intentOf, type Line, matterOf } from './matter.ts';

const moment = { now: new Date('2026-11-26T10:00:00Z'), timeZone: 'UTC' };
type Said = [Line['author']['type'], string] | [Line['author']['type'], string, Line['kind']];

const lines = (...said: Said[]): Line[] =>
  said.map(([type, text, kind = 'text'], index) => ({
    id: `${index}`,
    seq: index + 1,
    kind,
    author: { type },
    text,
    createdAt: moment.now,
  }));
const matter = (...said: Said[]) => matterOf(lines(...said), { locale: 'en' }, moment);

test('open is what no person has answered: a bot and a note answer nothing', () => {
  const { open, seq } = matter(
    ['customer', 'Hello there'],
    ['agent', 'Hello, how can I help?'],
    ['customer', 'How do I create an API key?'],
    ['bot', 'Here is an article.'],
    ['agent', 'Looks easy', 'note'],
    ['customer', 'That did not help'],
  );
  expect(open.map((it) => it.seq)).toEqual([3, 6]);
  expect(seq).toBe(6);
});

test('the wish for a person does not hide what it is about, and stays heard', () => {
  const { heard } = matter(
    ['customer', 'How can I cancel a withdrawal that I submitted?'],
    ['bot', 'In the history.'],
    ['customer', 'I want to talk to a human please'],
  );
  expect(intentOf(heard)).toBe('withdrawal.cancel');
  expect(heard.signals).toContain('wants_person');
});

test('once it is answered, it is still known what it was about', () => {
  const { open, heard } = matter(['customer', 'How do I create an API key?'], ['agent', 'In your settings.']);
  expect(open).toEqual([]);
  expect(intentOf(heard)).toBe('api.key');
});

test.each<[string, Said[]]>([
  ['small talk', [['customer', 'Hello']]],
  ['nothing at all', []],
  ['an agent alone', [['agent', 'Are you there?']]],
])('%s is about no matter', (_, said) => {
  expect(intentOf(matter(...said).heard)).toBeNull();
});
