import { attachmentTypes } from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downloadHeaders } from './download-headers.ts';
import { downloadName } from './download-name.ts';

const type = fc.constantFrom(...attachmentTypes);
/** Any code units, halves of characters too; often those that mean something. */
const codeUnit = fc.oneof(fc.nat(0xffff), fc.nat(0x7f));
const anyText = fc.array(codeUnit, { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
const disposition = (name: string, of = 'application/pdf') =>
  downloadHeaders({ type: of, name })['content-disposition'] ?? '';

test('a file can do nothing where it is opened, and is kept by one browser only', () => {
  expect(downloadHeaders({ type: 'image/png', name: 'receipt.png' })).toEqual({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="receipt.png"; filename*=UTF-8''receipt.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=86400, immutable',
  });
});

test('pictures and videos are shown, a PDF and whatever else is saved', () => {
  const shown = Object.fromEntries(attachmentTypes.map((of) => [of, disposition('x', of).split(';')[0]]));
  expect(shown).toEqual({
    'image/png': 'inline',
    'image/jpeg': 'inline',
    'image/webp': 'inline',
    'image/gif': 'inline',
    'application/pdf': 'attachment',
    'video/mp4': 'inline',
    'video/webm': 'inline',
    'video/quicktime': 'inline',
  });
  expect(disposition('x', 'text/html')).toBe(`attachment; filename="x.bin"; filename*=UTF-8''x.bin`);
});

test.each([
  [
    '充值凭证.pdf',
    `attachment; filename="____.pdf"; filename*=UTF-8''%E5%85%85%E5%80%BC%E5%87%AD%E8%AF%81.pdf`,
  ],
  [
    'Überweisung façade.pdf',
    `attachment; filename="Uberweisung facade.pdf"; filename*=UTF-8''%C3%9Cberweisung%20fa%C3%A7ade.pdf`,
  ],
  [
    `a"b\\c;d'e(f)*100%.pdf`,
    `attachment; filename="a_b_c;d'e(f)_100_.pdf"; filename*=UTF-8''a_b_c%3Bd%27e%28f%29_100%25.pdf`,
  ],
  [
    'x\r\nset-cookie: a=b.pdf',
    `attachment; filename="xset-cookie_ a=b.pdf"; filename*=UTF-8''xset-cookie_%20a%3Db.pdf`,
  ],
])('the name %j is written for old and new readers', (name, expected) => {
  expect(disposition(name)).toBe(expected);
});

test.each([
  ['../../etc/passwd', 'application/pdf', '_.._etc_passwd.pdf'],
  ['C:\\Users\\me\\photo.JPG', 'image/jpeg', 'C__Users_me_photo.jpg'],
  ['invoice.exe', 'application/pdf', 'invoice.exe.pdf'],
  ['photo.png', 'image/webp', 'photo.png.webp'],
  ['invoice\u202efdp.exe', 'video/mp4', 'invoicefdp.exe.mp4'],
  ['.pdf', 'application/pdf', 'pdf.pdf'],
  ['...', 'image/gif', 'file.gif'],
  ['', 'image/gif', 'file.gif'],
  ['\ud800.png', 'image/png', '\ufffd.png'],
  ['می\u200cخواهم.pdf', 'application/pdf', 'می\u200cخواهم.pdf'],
  ['a'.repeat(200), 'image/png', `${'a'.repeat(120)}.png`],
])('%j of %s is saved as %j', (name, of, expected) => {
  expect(downloadName(name, of)).toBe(expected);
});

test('whatever a file is called, its headers are one line of ASCII each, and the name comes back as it was meant', () => {
  fc.assert(
    fc.property(type, anyText, (of, name) => {
      const headers = downloadHeaders({ type: of, name });
      for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
      const parts =
        /^(?:inline|attachment); filename="([^"\\]+)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]+)$/.exec(
          headers['content-disposition'] ?? '',
        );
      expect(parts).not.toBeNull();
      const saved = decodeURIComponent(parts?.[2] ?? '');
      expect(saved).toBe(downloadName(name, of));
      expect(saved).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]|^\./u);
      expect(downloadName(saved, of)).toBe(saved);
    }),
    { numRuns: 500 },
  );
});
