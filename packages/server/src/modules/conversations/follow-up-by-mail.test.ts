import { locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { letter } from './follow-up-by-mail.ts';

const answer = {
  author: { type: 'agent' as const, id: 'a', name: 'Mei' },
  text: 'It has arrived.\nPlease look again.',
  createdAt: new Date('2026-11-24T10:00:00Z'),
  files: [],
};
const places = { organisation: 'HTX', page: 'https://www.example.com/trade' };

test.each(locales)('the letter in %s names who, when and where, and quotes the answer', (locale) => {
  const { subject, text } = letter({ locale }, [answer], places);
  expect(subject).toContain('HTX');
  expect(text).toContain('Mei');
  expect(text).toContain('> It has arrived.\n> Please look again.');
  expect(text).toContain('https://www.example.com/trade');
  expect(`${subject}${text}`).not.toMatch(/[{}]/);
});

test.each([
  ['en', ['Image: proof.png', 'PDF document: statement.pdf', 'Video: how-to.mp4']],
  ['zh-CN', ['图片：proof.png', 'PDF 文件：statement.pdf', '视频：how-to.mp4']],
] as const)('an answer of files alone names each of them and what it is, in %s', (locale, lines) => {
  const files = [
    { name: 'proof.png', type: 'image/png' as const },
    { name: 'statement.pdf', type: 'application/pdf' as const },
    { name: 'how-to.mp4', type: 'video/mp4' as const },
  ];
  const alone = letter({ locale }, [{ ...answer, text: '', files }], places);
  expect(alone.text).toContain(`\n\n${lines.map((line) => `> ${line}`).join('\n')}\n\n`);
});

test('files stand below the words they were sent with, and what is left of no words and no file is not quoted', () => {
  const { text } = letter(
    { locale: 'en' },
    [
      { ...answer, text: 'See here.', files: [{ name: 'proof.png', type: 'image/png' }] },
      { ...answer, text: '', files: [] },
    ],
    places,
  );
  expect(text).toContain('> See here.\n> Image: proof.png');
  expect(text).not.toMatch(/^> *$/m);
});
