import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterLimits } from './letter-limits.ts';
import { wire } from './letters.testing.ts';
import { parseLetter, readMessageIds } from './parse-letter.ts';

const parse = (text: string) => parseLetter(wire(text));

/** A part whose body are these bytes. */
const inCharset = (charset: string, bytes: readonly number[]) =>
  parseLetter(Buffer.concat([wire(`Content-Type: text/plain; charset=${charset}\n\n`), Buffer.from(bytes)]));

describe('parseLetter', () => {
  test('reads who, what and when', () => {
    const letter = parse(
      [
        'Message-ID: <a1@mail.example>',
        'In-Reply-To: <b2@htx.com>',
        'References: <b0@htx.com>',
        ' <b2@htx.com>',
        'From: =?UTF-8?B?5byg5LiJ?= <Zhang.San@Example.COM>',
        'Reply-To: other@example.com',
        'To: "Support, HTX" <support@htx.com>, team: a@x.io, b@x.io;',
        'Cc: c@x.io',
        'Subject: =?utf-8?q?deposit_?= =?utf-8?q?not_arrived?=',
        'Date: Fri, 5 Jan 2024 10:30:00 +0800',
        '',
        'Hello',
      ].join('\n'),
    );
    expect(letter).toMatchObject({
      messageId: 'a1@mail.example',
      inReplyTo: ['b2@htx.com'],
      references: ['b0@htx.com', 'b2@htx.com'],
      from: { name: '张三', address: 'Zhang.San@example.com' },
      replyTo: [{ name: null, address: 'other@example.com' }],
      to: [
        { name: 'Support, HTX', address: 'support@htx.com' },
        { name: null, address: 'a@x.io' },
        { name: null, address: 'b@x.io' },
      ],
      cc: [{ name: null, address: 'c@x.io' }],
      subject: 'deposit not arrived',
      date: new Date('2024-01-05T02:30:00Z'),
      text: 'Hello',
      html: null,
      attachments: [],
      cut: [],
    });
  });

  test.each([
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '日本', 'ja'],
    ['Shift_JIS', [0x93, 0xfa, 0x96, 0x7b], '日本', 'ja'],
    ['ks_c_5601-1987', [0xc7, 0xd1, 0xb1, 0xdb], '한글', 'ko'],
    ['gb2312', [0xd6, 0xd0, 0xce, 0xc4], '中文', 'zh-CN'],
    ['GB18030', [0xd6, 0xd0, 0xce, 0xc4], '中文', 'zh-CN'],
    ['big5', [0xa4, 0xa4, 0xa4, 0xe5], '中文', 'zh-TW'],
    ['koi8-r', [0xd0, 0xd2, 0xc9], 'при', null],
    ['windows-1251', [0xef, 0xf0, 0xe8], 'при', null],
    ['cp1251', [0xef, 0xf0, 0xe8], 'при', null],
    ['windows-1258', [0x56, 0x69, 0xea, 0xf2, 0x74], 'Viê\u0323t', 'vi'],
    ['TIS-620', [0xe4, 0xb7, 0xc2], 'ไทย', 'th'],
    ['utf-7', [0x2b, 0x41, 0x44, 0x77, 0x2d], '+ADw-', null],
    ['us-ascii', [0xe4, 0xb8, 0xad], '中', null],
    ['nonsense', [0xe9], 'é', null],
  ])('reads %s', (charset, bytes, text, language) => {
    expect(inCharset(charset, bytes)).toMatchObject({ text, languageHint: language });
  });

  test('joins a character that was cut between two encoded words', () => {
    expect(parse('Subject: =?utf-8?B?5Lg=?= =?utf-8?B?rQ==?=\n\n').subject).toBe('中');
  });

  test('takes the hint of the subject for a body that names no character set', () => {
    const bytes = Buffer.concat([wire('Subject: =?gbk?B?1tA=?=\n\n'), Buffer.from([0xd6, 0xd0])]);
    expect(parseLetter(bytes).text).toBe('中');
  });

  test('prefers the plain text of alternatives, keeps the HTML, and reads HTML where it stands alone', () => {
    const both = parse(
      'Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n',
    );
    expect(both).toMatchObject({ text: 'plain', html: '<p>rich</p>' });
    const alone = parse(
      'Content-Type: text/html\n\n<p>One</p><style>x{}</style><ul><li>two</ul><blockquote>old</blockquote>&eacute;',
    );
    expect(alone.text).toBe('One\n\n- two\n\n> old\n\né');
  });

  test('reads attachments with names as they are written, without paths', () => {
    const letter = parse(
      [
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        '',
        'see file',
        '--b',
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*0*=UTF-8''%E5%85%85; filename*1*=%E5%80%BC.pdf",
        'Content-Transfer-Encoding: base64',
        '',
        'YWJj',
        '--b',
        'Content-Type: image/png; name="..\\..\\x.png"',
        'Content-ID: <img1>',
        'Content-Disposition: inline',
        'Content-Transfer-Encoding: base64',
        '',
        'YQ==',
      ].join('\n'),
    );
    expect(letter.text).toBe('see file');
    expect(letter.attachments).toMatchObject([
      { name: '充值.pdf', type: 'application/pdf', size: 3, inline: false },
      { name: 'x.png', size: 1, contentId: 'img1', inline: true },
    ]);
  });

  test('a forwarded letter is a file with its subject, and quoted in the text', () => {
    const letter = parse(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nlook\n--b\nContent-Type: message/rfc822\n\nFrom: a@x.io\nSubject: Old\n\nbody\n--b--\n',
    );
    expect(letter.attachments).toMatchObject([{ name: 'Old.eml', type: 'message/rfc822' }]);
    expect(letter.text).toBe('look\n\n> From: a@x.io\n> Subject: Old\n>\n> body');
  });

  test('joins flowed lines and keeps quotes and the signature mark', () => {
    const letter = parse('Content-Type: text/plain; format=flowed\n\none \ntwo\n> a \n> b\n-- \nMei');
    expect(letter.text).toBe('one two\n> a b\n-- \nMei');
  });

  test('reads an invitation', () => {
    const letter = parse(
      'Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:Call\nDTSTART:20240105T103000Z\nORGANIZER:mailto:o@x.io\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.io\nEND:VEVENT\nEND:VCALENDAR\n',
    );
    expect(letter.invitation).toEqual({
      method: 'REPLY',
      summary: 'Call',
      start: '2024-01-05T10:30:00Z',
      organizer: 'o@x.io',
      attendeeStatus: 'ACCEPTED',
    });
  });

  test.each([
    ['multipart/signed; protocol="application/pgp-signature"; boundary=b', 'pgp', null],
    ['multipart/signed; protocol="application/pkcs7-signature"; boundary=b', 'smime', null],
    ['multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b', null, 'pgp'],
    ['application/pkcs7-mime; smime-type=enveloped-data', null, 'smime'],
    ['application/pkcs7-mime; smime-type=signed-data', 'smime', null],
  ])('says of %s what it is', (type, signed, encrypted) => {
    const { protection } = parse(`Content-Type: ${type}\n\n--b\n\nx\n--b--\n`);
    expect(protection).toEqual({ signed, encrypted });
  });

  test('gives the files in a winmail.dat', () => {
    const attribute = (level: number, id: number, data: Buffer) => {
      const head = Buffer.alloc(9);
      head.writeUInt8(level, 0);
      head.writeUInt32LE(id, 1);
      head.writeUInt32LE(data.length, 5);
      return Buffer.concat([head, data, Buffer.alloc(2)]);
    };
    const tnef = Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
      attribute(2, 0x69002, Buffer.alloc(14)),
      attribute(2, 0x18010, Buffer.from('proof.txt\0')),
      attribute(2, 0x6800f, Buffer.from('paid')),
    ]);
    const head = 'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n';
    expect(parse(head + tnef.toString('base64')).attachments).toMatchObject([{ name: 'proof.txt', size: 4 }]);
    expect(parse(head + tnef.subarray(0, 30).toString('base64')).attachments).toMatchObject([
      { name: 'winmail.dat' },
    ]);
  });

  test.each([
    ['nothing', '', ''],
    ['no header', 'just words', 'just words'],
    ['no empty line', 'Subject: a\nbody', 'body'],
    ['a multipart without boundary', 'Content-Type: multipart/mixed\n\nbody', 'body'],
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=b\n\nbody', 'body'],
    ['a multipart without parts', 'Content-Type: multipart/mixed; boundary=b\n\nbody\n--b--', 'body'],
    ['base64 around all', 'Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nYm9k\neQ', 'body'],
    ['damaged quoted-printable', 'Content-Transfer-Encoding: quoted-printable\n\nbo=64y=\n =ZZ', 'body =ZZ'],
  ])('reads %s', (_, source, text) => {
    expect(parse(source).text).toBe(text);
  });

  test.each([
    ['a string', 0x3001, [3, 0x80000000]],
    ['a name of a property', 0x8001, [0, 0, 0, 0, 1, 0x90000000]],
    ['a count', 0x3001, [0xffffffff, 0xfffffff8]],
  ])('a winmail.dat whose length of %s lies gives what precedes it', (_what, id, lengths) => {
    const attribute = (name: number, value: Buffer) => {
      const head = Buffer.alloc(9, 2);
      head.writeUInt16LE(name, 1);
      head.writeUInt32LE(value.length, 5);
      return Buffer.concat([head, value, Buffer.alloc(2)]);
    };
    const properties = Buffer.alloc(48);
    properties.writeUInt32LE(500, 0);
    properties.writeUInt16LE(0x001f, 4);
    properties.writeUInt16LE(id, 6);
    for (const [at, length] of lengths.entries()) properties.writeUInt32LE(length, 8 + 4 * at);
    const tnef = Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0]),
      attribute(0x9002, Buffer.alloc(4)),
      attribute(0x800f, Buffer.from('data')),
      attribute(0x9005, properties),
    ]);
    const head = 'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n';
    expect(parse(head + tnef.toString('base64')).attachments).toMatchObject([
      { name: 'attachment', size: 4 },
    ]);
  });

  test('keeps to its limits and says so', () => {
    const parts = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: image/png\n\nx\n'.repeat(letterLimits.parts + 9)}`;
    expect(parse(parts)).toMatchObject({ cut: ['parts'] });
    expect(parse(parts).attachments).toHaveLength(letterLimits.parts);
    const deep = Array.from(
      { length: 99 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    ).join('');
    expect(parse(deep).cut).toEqual(['depth']);
    expect(parse(`\n${'a'.repeat(letterLimits.text + 1)}`)).toMatchObject({ cut: ['text'] });
    expect(parse(`X: ${'a\n a'.repeat(200_000)}`).cut).toEqual(['headers']);
  });

  test('never throws, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b\n',
      'Content-Type: message/rfc822\n',
      'Content-Type: text/html; charset=iso-2022-jp\n',
      'Content-Type: text/calendar\n',
      'Content-Type: application/ms-tnef\n',
      'Content-Transfer-Encoding: base64\n',
      "Content-Disposition: attachment; filename*=utf-8''%zz; filename=\"\n",
      'Subject: =?utf-8?B?/////?= =?x?q?=?=\n',
      'From: <<<"@,;:@>\n',
      'Date: 99 Foo\n',
      '\n',
      '--b\n',
      '--b--\n',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\n',
      'eJ8+IgAA',
      '<div><!--',
      '\u001b$B',
      '\r',
      '\0',
    );
    const binary = fc.uint8Array({ maxLength: 40 }).map((it) => Buffer.from(it));
    const source = fc.array(
      fc.oneof(
        pieces.map((it) => Buffer.from(it)),
        binary,
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(source, (list) => {
        const letter = parseLetter(Buffer.concat(list));
        expect(letter.text.isWellFormed()).toBe(true);
        expect(letter.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('readMessageIds', () => {
  test.each([
    ['<a@x> <b@y>', ['a@x', 'b@y']],
    ['<a@x>\t<a@x>', ['a@x']],
    ['a@x', ['a@x']],
    ['nothing here', []],
    [null, []],
  ])('%s', (header, ids) => {
    expect(readMessageIds(header)).toEqual(ids);
  });

  test('keeps the first and the last of very many', () => {
    const ids = readMessageIds(Array.from({ length: 500 }, (_, at) => `<${at}@x>`).join(' '));
    expect(ids).toHaveLength(letterLimits.references);
    expect([ids[0], ids.at(-1)]).toEqual(['0@x', '499@x']);
  });
});
