import { locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { letter } from './follow-up-by-mail.ts';

const answers = [
  {
    author: { type: 'agent' as const, id: 'a', name: 'Mei' },
    text: 'It has arrived.\nPlease look again.',
    createdAt: new Date('2026-11-24T10:00:00Z'),
  },
];

test.each(locales)('the letter in %s names who, when and where, and quotes the answer', (locale) => {
  const { subject, text } = letter({ locale }, answers, {
    organisation: 'HTX',
    page: 'https://www.example.com/trade',
  });
  expect(subject).toContain('HTX');
  expect(text).toContain('Mei');
  expect(text).toContain('> It has arrived.\n> Please look again.');
  expect(text).toContain('https://www.example.com/trade');
  expect(`${subject}${text}`).not.toMatch(/[{}]/);
});
