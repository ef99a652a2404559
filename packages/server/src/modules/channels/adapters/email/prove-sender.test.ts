import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, sealMessage } from 'mailauth';
import { describe, expect, test } from 'vitest';
import { wire } from './letters.testing.ts';
import { proveSender } from './prove-sender.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const keyRecord = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;

/** The world's DNS as a table. */
const records: Record<string, string> = {
  'example.com': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.example.com': 'v=DMARC1; p=reject',
  's1._domainkey.example.com': keyRecord,
  'other.net': 'v=spf1 ip4:192.0.2.9 -all',
  's1._domainkey.other.net': keyRecord,
  'plain.org': 'v=spf1 ip4:192.0.2.5 -all',
};
const resolver = async (domain: string, type: string): Promise<string[][]> => {
  const record = type === 'TXT' ? records[domain.toLowerCase()] : undefined;
  if (record === undefined) throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
  return [[record]];
};
const silent = async (): Promise<string[][]> => {
  throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
};

const letter = wire(
  'From: Mei <mei@example.com>\nTo: support@htx.com\nSubject: Deposit\nDate: Fri, 5 Jan 2024 10:30:00 +0000\nMessage-ID: <a@example.com>\n\nHello\n',
);
const arrival = {
  remoteAddress: '192.0.2.77',
  helo: 'mx.example.com',
  envelopeSender: 'mei@example.com',
  receivedBy: 'mx.htx.com',
};

async function signedBy(signingDomain: string, bytes: Buffer, maxBodyLength?: number): Promise<Buffer> {
  const { signatures } = await dkimSign(bytes, {
    signingDomain,
    selector: 's1',
    privateKey,
    signatureData: [
      {
        signingDomain,
        selector: 's1',
        privateKey,
        ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
      },
    ],
  });
  return Buffer.concat([Buffer.from(signatures), bytes]);
}

describe('proveSender', () => {
  test('trusts a letter that its domain signed, wherever it comes from', async () => {
    expect(await proveSender(await signedBy('example.com', letter), arrival, resolver)).toEqual({
      spf: 'fail',
      dkim: 'pass',
      signedBy: ['example.com'],
      dmarc: 'pass',
      policy: 'reject',
      arc: 'none',
      fromDomain: 'example.com',
      trusted: true,
      temporary: false,
    });
  });

  test('trusts a letter that comes from where its domain sends', async () => {
    const proof = await proveSender(letter, { ...arrival, remoteAddress: '192.0.2.1' }, resolver);
    expect(proof).toMatchObject({ spf: 'pass', dkim: 'none', dmarc: 'pass', trusted: true });
  });

  test.each([
    ['nothing proves it', async () => letter, arrival, { dmarc: 'fail' }],
    [
      'another domain signed it',
      () => signedBy('other.net', letter),
      arrival,
      { dkim: 'pass', dmarc: 'fail', signedBy: ['other.net'] },
    ],
    [
      'SPF is of another domain',
      async () => letter,
      { ...arrival, remoteAddress: '192.0.2.9', envelopeSender: 'x@other.net' },
      { spf: 'pass', dmarc: 'fail' },
    ],
    [
      'it was changed',
      async () =>
        Buffer.from(
          (await signedBy('example.com', letter)).toString('latin1').replace('Hello', 'Hollo'),
          'latin1',
        ),
      arrival,
      { dmarc: 'fail' },
    ],
    [
      'only a part of it is signed',
      async () => Buffer.concat([await signedBy('example.com', letter, 3), Buffer.from('more\r\n')]),
      arrival,
      { dkim: 'pass' },
    ],
    [
      'its domain has no policy',
      async () => wire(letter.toString().replace('mei@example.com', 'mei@plain.org')),
      { ...arrival, remoteAddress: '192.0.2.5', envelopeSender: 'mei@plain.org' },
      { spf: 'pass', dmarc: 'none' },
    ],
    [
      'it has two From',
      async () =>
        Buffer.concat([Buffer.from('From: ceo@htx.com\r\n'), await signedBy('example.com', letter)]),
      arrival,
      {},
    ],
    ['it has no From', async () => wire('Subject: x\n\nHello'), arrival, { fromDomain: null }],
    ['it is nothing', async () => Buffer.alloc(0), arrival, {}],
  ])('does not trust a letter if %s', async (_, make, from, proof) => {
    expect(await proveSender(await make(), from, resolver)).toMatchObject({ ...proof, trusted: false });
  });

  test("reports ARC and does not go by another system's word", async () => {
    const seal = await sealMessage(letter, {
      signingDomain: 'other.net',
      selector: 's1',
      privateKey,
      cv: 'none',
      authResults: 'mx.other.net; dmarc=pass header.from=example.com',
    });
    const proof = await proveSender(Buffer.concat([Buffer.from(seal), letter]), arrival, resolver);
    expect(proof).toMatchObject({ arc: 'pass', dmarc: 'fail', trusted: false });
  });

  test('says when DNS did not answer', async () => {
    expect(await proveSender(await signedBy('example.com', letter), arrival, silent)).toMatchObject({
      trusted: false,
      temporary: true,
    });
  });
});
