import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { fitsLetter, letterMegabytes } from './letter-size-rules.ts';

const megabyte = 1024 * 1024;

test.each([
  ['no file', [], true],
  ['a photo', [4 * megabyte], true],
  ['what fits to the last megabyte', [17 * megabyte], true],
  ['files that fit one by one, but not together', [10 * megabyte, 10 * megabyte], false],
  ['what is smaller than the limit until it is encoded', [20 * megabyte], false],
])('%s', (_what, sizes, fits) => {
  expect(fitsLetter(sizes)).toBe(fits);
});

test('what is said to fit does, as it really travels', async () => {
  let size = 17 * megabyte;
  while (fitsLetter([size + 4096])) size += 4096;
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'support@harbour.example',
    to: 'customer@example.com',
    subject: 'Your statement',
    text: 'x'.repeat(10_000),
    html: `<p>${'x'.repeat(10_000)}</p>`,
    attachments: [{ filename: 'statement.pdf', content: randomBytes(size) }],
  });
  expect((message as Buffer).length).toBeLessThanOrEqual(letterMegabytes * megabyte);
});
