import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sniffType } from './sniff-type.ts';

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#1a7f5a' } });
const box = (brand: string, size = 24) => {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32BE(size);
  bytes.write(`ftyp${brand}\0\0\0\0${brand}mp41`, 4, 'latin1');
  return bytes;
};
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const webm = Buffer.from(
  '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853',
  'hex',
);
const matroska = Buffer.from(
  webm.toString('latin1').replace('\x84webm', '\x88matroska').replace('\x9f', '\xa3'),
  'latin1',
);
/** The record that ends every ZIP archive, here of an empty one, with a comment. */
const zipEnd = (comment = '') => {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, Buffer.from(comment)]);
};

describe('takes what may be sent, by its bytes', () => {
  test.each([
    ['image/png', () => picture().png().toBuffer()],
    ['image/jpeg', () => picture().jpeg().toBuffer()],
    ['image/webp', () => picture().webp().toBuffer()],
    ['image/gif', () => picture().gif().toBuffer()],
    ['application/pdf', async () => pdf],
    ['video/mp4', async () => box('isom')],
    ['video/mp4', async () => box('M4V ')],
    ['video/quicktime', async () => box('qt  ')],
    ['video/webm', async () => webm],
  ])('%s', async (type, make) => {
    expect(await sniffType(await make())).toBe(type);
  });
});

describe('refuses the rest', () => {
  const refused: [string, string | Buffer][] = [
    ['nothing', ''],
    ['text', 'To whom it may concern'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG with a declaration', '\ufeff<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML after white space', '\n\t  <html>'],
    ['a script', '#!/bin/sh\nrm -rf ~'],
    ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64)])],
    ['a program of Windows', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(128)])],
    ['a ZIP archive', Buffer.concat([Buffer.from('PK\x03\x04\x14\0', 'latin1'), Buffer.alloc(40), zipEnd()])],
    ['a gzip archive', gzipSync('text')],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['a 7z archive', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1')],
    ['a Matroska video', matroska],
    ['a HEIC picture', box('heic')],
    ['an audio file', box('M4A ')],
    ['a bitmap', Buffer.concat([Buffer.from('BM'), Buffer.alloc(64)])],
    [
      'a video that begins as markup',
      Buffer.concat([box('isom', 0x3c212d2d), Buffer.from('--><script>alert(1)</script>')]),
    ],
    ['a video that begins as a script', box('isom', 0x23212f62)],
    ['a PDF that ends as an archive', Buffer.concat([pdf, zipEnd()])],
    ['a PDF that ends as an archive with a comment', Buffer.concat([pdf, zipEnd('%%EOF PK')])],
    [
      'a video that ends as an archive',
      Buffer.concat([box('isom'), Buffer.alloc(100_000), zipEnd('x'.repeat(60_000))]),
    ],
  ];
  test.each(refused)('%s', async (_, bytes) => {
    expect(await sniffType(Buffer.from(bytes as string))).toBeNull();
  });
});

test('a PDF that merely mentions the mark of an archive is a PDF', async () => {
  const mention = Buffer.concat([
    pdf,
    Buffer.from('PK\x05\x06 and more\n%%EOF\n', 'latin1'),
    Buffer.from('PK\x05\x06', 'latin1'),
  ]);
  expect(await sniffType(mention)).toBe('application/pdf');
});

test('whatever the bytes are, there is an answer, and nothing that begins like markup passes', async () => {
  const starts = fc.constantFrom(
    '',
    '%PDF-',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    '\xff\xd8\xff',
    '\0\0\0\x18ftyp',
    '\x1aE\xdf\xa3',
  );
  await fc.assert(
    fc.asyncProperty(starts, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
      await sniffType(bytes);
      expect(await sniffType(Buffer.concat([Buffer.from(' <'), bytes]))).toBeNull();
    }),
  );
});
