import { expect, test } from 'vitest';
import { createLetterExaminer } from './examine-letter.ts';

const examine = createLetterExaminer({ clock: { now: () => new Date() } } as never, async () => []);
const examined = (returnPath: string) =>
  examine(Buffer.from(`Return-Path: ${returnPath}\r\nFrom: a@example.com\r\nSubject: x\r\n\r\nHello`));

test.each([
  ['<bounce+1@example.com>', 'bounce+1@example.com'],
  ['bounce@example.com', 'bounce@example.com'],
  ['<>', null],
  // Anybody may have a letter examined: an endless word is looked through once.
  ['a'.repeat(90_000), null],
])('a return path of %.30s', async (written, returnPath) => {
  expect(await examined(written)).toMatchObject({ returnPath, from: 'a@example.com' });
});
