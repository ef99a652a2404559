import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import { createLetterExaminer } from '../../channels/index.ts';
import { judgeLetter } from './judge-letter.ts';
import { registry } from './registry.testing.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const keyRecord = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;
const records: Record<string, string> = {
  '_dmarc.htx.com': 'v=DMARC1; p=reject',
  's1._domainkey.htx.com': keyRecord,
  's1._domainkey.mail.htx.com': keyRecord,
  '_dmarc.evil.org': 'v=DMARC1; p=none',
  's1._domainkey.evil.org': keyRecord,
};
const clock = { ...systemClock, now: () => new Date('2026-11-26T12:00:00Z') };
const world = async (name: string, type: string): Promise<string[][]> => {
  const record = type === 'TXT' ? records[name.toLowerCase()] : undefined;
  if (record === undefined) throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
  return [[record]];
};
const silent = async (): Promise<string[][]> => {
  throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
};

const letter = (headers: Record<string, string> = {}, body = 'Hello') =>
  Buffer.from(
    [
      ...Object.entries({
        From: 'HTX <no-reply@mail.htx.com>',
        Subject: 'Notice',
        Date: 'Thu, 26 Nov 2026 10:00:00 +0000',
        ...headers,
      }).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
async function signed(bytes: Buffer, signingDomain = 'mail.htx.com'): Promise<Buffer> {
  const key = { signingDomain, selector: 's1', privateKey };
  const { signatures } = await dkimSign(bytes, { ...key, signatureData: [key] });
  return Buffer.concat([Buffer.from(signatures), bytes]);
}
async function judged(bytes: Buffer, dns = world) {
  return judgeLetter(await createLetterExaminer({ clock }, dns)(bytes), registry);
}

describe('a letter', () => {
  test('is official where the domain that it names signed it', async () => {
    const found = await judged(await signed(letter()));
    expect(found).toMatchObject({
      verdict: 'official',
      letter: {
        dkim: 'pass',
        dmarc: 'pass',
        signedBy: ['mail.htx.com'],
        reasons: [{ code: 'letter_proven', of: 'mail.htx.com' }],
      },
    });
  });

  test.each<[string, () => Promise<Buffer>, string, string]>([
    ['nobody signed it', async () => letter(), 'not_ours', 'letter_unproven'],
    ['somebody else signed it', async () => signed(letter(), 'evil.org'), 'not_ours', 'letter_unproven'],
    [
      'its words were changed',
      async () => Buffer.from((await signed(letter())).toString().replace('Hello', 'Hallo')),
      'not_ours',
      'letter_unproven',
    ],
    ['only its headers are there', async () => letter({}, ''), 'unclear', 'letter_headers_only'],
    [
      'its headers say that it was proven',
      async () =>
        letter({
          'Authentication-Results':
            'mx.example; dkim=pass header.d=mail.htx.com; dmarc=pass header.from=mail.htx.com',
        }),
      'not_ours',
      'letter_unproven',
    ],
    [
      'it names two senders',
      async () => Buffer.concat([Buffer.from('From: a@evil.org\r\n'), await signed(letter())]),
      'unclear',
      'letter_no_sender',
    ],
    [
      'answers go elsewhere',
      async () => signed(letter({ 'Reply-To': 'help@evil.org' })),
      'unclear',
      'letter_reply_elsewhere',
    ],
    [
      'it leads to a known impostor',
      async () => signed(letter({}, 'See https://htx-bonus.vip/claim')),
      'unclear',
      'letter_links_impostor',
    ],
    [
      'its sender only resembles us',
      async () => signed(letter({ From: 'HTX <a@htx-mail.org>' }), 'evil.org'),
      'not_ours',
      'contains_name',
    ],
    [
      'its sender is not listed',
      async () => signed(letter({ From: 'HTX <ceo@htx.com>' }), 'htx.com'),
      'unclear',
      'not_listed',
    ],
    [
      'its sender is a display name',
      async () => letter({ From: '"support@htx.com" <x@evil.org>' }),
      'not_ours',
      '',
    ],
    ['it is nothing', async () => Buffer.from(''), 'unclear', 'letter_no_sender'],
  ])('is not official if %s', async (_, make, verdict, reason) => {
    const found = await judged(await make());
    expect([found.verdict, found.letter.reasons.at(-1)?.code ?? '']).toEqual([verdict, reason]);
  });

  test('could not be checked while name servers are silent', async () => {
    const found = await judged(await signed(letter()), silent);
    expect([found.verdict, found.letter.reasons]).toEqual([
      'unclear',
      [{ code: 'letter_unchecked', of: null }],
    ]);
  });

  test('names every place that it leads to and that is not ours, once', async () => {
    const html = [
      '<base href="https://base.evil.org/"><a href="https://htx.com/a">Ours</a>',
      '<a href="https://htx.com.evil.org/login">htx.com</a><a HREF=\'https://htx.com.evil.org/again\'>x</a>',
      '<form action="https://forms.evil.org/"><button formaction="https://more.evil.org/">Go</button></form>',
      '<a href="javascript:alert(1)">y</a><a href="//bare.evil.org/x">z</a><a href="&#104;ttps://entity.evil.org">e</a>',
    ].join('\n');
    const { letter: found, verdict } = await judged(
      await signed(letter({ 'Content-Type': 'text/html; charset=utf-8' }, html)),
    );
    expect(found.foreignLinks.map((it) => it.readAs?.value ?? it.reasons[0]?.of)).toEqual([
      'base.evil.org',
      'htx.com.evil.org',
      'forms.evil.org',
      'more.evil.org',
      'javascript:',
      'bare.evil.org',
      'entity.evil.org',
    ]);
    // Made to be mistaken for us: a genuine letter does not lead there.
    expect(verdict).toBe('unclear');
  });
});
