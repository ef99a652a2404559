import fc from 'fast-check';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { expect, test } from 'vitest';
import { parseLetter } from './parse-letter.ts';
import { replaceInSource } from './replace-in-source.ts';

const hide = (text: string) => text.replaceAll('Bluefish7', '******');

async function build(letter: SendMailOptions): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'a@example.com',
    to: 'support@harbour.example',
    subject: 'Re: Withdrawal',
    ...letter,
  });
  return Buffer.from(message as Buffer);
}

test.each(['base64', 'quoted-printable', '7bit', '8bit'] as const)(
  'what is replaced in texts in %s is gone, and the rest reads as before',
  async (textEncoding) => {
    const picture = Buffer.from('not a text: Bluefish7');
    const source = await build({
      text: 'Grüße, 謝謝 = 3D.\r\n\r\n> Code: Bluefish7\r\n> and so on\r\n',
      html: '<p>Code: <b>Bluefish7</b> é</p>',
      textEncoding: textEncoding === '7bit' || textEncoding === '8bit' ? undefined : textEncoding,
      encoding: textEncoding,
      attachments: [{ filename: 'a.png', content: picture }],
    });
    const letter = parseLetter(replaceInSource(source, hide));
    const before = parseLetter(source);
    expect(letter.text).toBe(hide(before.text));
    expect(letter.html).toBe(hide(before.html ?? ''));
    expect(before.text).toContain('Bluefish7');
    expect(Buffer.from(letter.attachments[0]?.content ?? '')).toEqual(picture);
  },
);

test('also within a letter that it carries, whose own encoding stays', async () => {
  const inner = await build({ text: 'Our letter: Bluefish7', subject: 'Inner' });
  const source = await build({
    text: 'See below',
    attachments: [{ contentType: 'message/rfc822', content: inner, contentTransferEncoding: 'base64' }],
  });
  const cleaned = replaceInSource(source, hide);
  const nested = parseLetter(cleaned).attachments.map((it) => Buffer.from(it.content).toString());
  expect(nested.join()).toContain('Our letter: ******');
});

test('a text whose character set cannot say what stands instead is left out', () => {
  const gbk = Buffer.from([0xc4, 0xfa, 0xba, 0xc3]);
  const head = 'Content-Type: text/plain; charset=gbk\r\n\r\n';
  const source = Buffer.concat([Buffer.from(head), gbk, Buffer.from(' Bluefish7')]);
  expect(replaceInSource(source, hide).toString('latin1')).toBe(head);
});

test('without anything to replace a letter is the same, byte for byte, whatever it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(replaceInSource(bytes, (text) => text).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});
