import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../port.ts';
import { openMessage } from './message-cipher.ts';
import { decryptRequest, signTexts, verifyRequest } from './prove-request.ts';
import {
  appId,
  encodingAesKey,
  encrypt,
  message,
  plain,
  request,
  safe,
  sealed,
  token,
} from './wechat.testing.ts';

/** The sample of WeChat's own code for encrypted messages (`WXBizMsgCrypt`). */
const sample = {
  token: 'spamtest',
  timestamp: '1409735669',
  nonce: '1320562132',
  signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
  encrypted:
    'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=',
};
const credentials = { appId, encodingAesKey };
const material = { inboxId: 'inbox', secrets: [token], credentials };
const refusalOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('WeChat’s own samples', () => {
  test('of the plain signature', () => {
    expect(signTexts('AAAAA', '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78');
  });

  test('of an encrypted message', () => {
    const { timestamp, nonce, encrypted, signature } = sample;
    expect(signTexts(sample.token, timestamp, nonce, encrypted)).toBe(signature);
    const body = `<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    const push = request(body, { timestamp, nonce, msg_signature: signature });
    const of = { ...material, secrets: [sample.token] };
    expect(() => verifyRequest(push, of)).not.toThrow();
    expect(new TextDecoder().decode(decryptRequest(push, of).body)).toContain(
      '<Content><![CDATA[abcdteT]]></Content>\n<MsgId>6054768590064713728</MsgId>',
    );
  });
});

describe('an encrypted push', () => {
  test('is refused with one flipped bit anywhere in its ciphertext, also where somebody signed that', () => {
    const genuine = Buffer.from(encrypt(new TextEncoder().encode('<xml/>')), 'base64');
    let opened = 0;
    for (let bit = 0; bit < genuine.length * 8; bit++) {
      const spoiled = Buffer.from(genuine);
      spoiled[bit >> 3] = (spoiled[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const push = safe('<xml/>');
      const body = new TextEncoder().encode(
        `<xml><Encrypt><![CDATA[${spoiled.toString('base64')}]]></Encrypt></xml>`,
      );
      expect(refusalOf(() => verifyRequest({ ...push, body }, material))).toBeInstanceOf(Failure);
      // The cipher has no proof of its own: only the signature has.
      if (!refusalOf(() => openMessage(spoiled.toString('base64'), credentials))) opened++;
    }
    expect(opened).toBeLessThan(genuine.length * 8);
  });

  test.each([
    ['for another account', sealed(encrypt(new Uint8Array(9), encodingAesKey, 'wx0000000000000000'))],
    ['under another key', sealed(encrypt(new Uint8Array(9), 'Z'.repeat(43)))],
    ['that is no ciphertext', sealed('bm8=')],
    ['that is empty', sealed('')],
    ['in plain words where there is a key', plain(message('text', { Content: 'x' }))],
  ])('%s is refused', (_, push) => {
    expect(refusalOf(() => verifyRequest(push, material))).toBeInstanceOf(Failure);
  });

  test('with a readable copy beside it is read by what was signed', () => {
    const [said, forged] = [message('text', { Content: 'mine' }), message('text', { Content: 'forged' })];
    const push = safe(said);
    const both = new TextDecoder().decode(push.body).replace('<xml>', forged.replace('</xml>', ''));
    const meant = decryptRequest({ ...push, body: new TextEncoder().encode(both) }, material);
    expect(new TextDecoder().decode(meant.body)).toBe(said);
  });

  test('under the key before is taken until that is removed', () => {
    const push = safe('<xml/>');
    const now = { appId, encodingAesKey: 'Z'.repeat(43), formerEncodingAesKey: encodingAesKey };
    expect(() => verifyRequest(push, { ...material, credentials: now })).not.toThrow();
    const { formerEncodingAesKey: _, ...without } = now;
    expect(refusalOf(() => verifyRequest(push, { ...material, credentials: without }))).toBeInstanceOf(
      Failure,
    );
  });

  test('opens to what was encrypted, whatever that is', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.stringMatching(/^[A-Za-z0-9+/]{43}$/),
        (bytes, key) => {
          const opened = openMessage(encrypt(bytes, key), { appId, encodingAesKey: key });
          expect(Buffer.from(opened).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
    );
  });

  test('never throws anything but a refusal, whatever stands in it', () => {
    const blocks = fc.uint8Array({ maxLength: 128 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    fc.assert(
      fc.property(fc.oneof(blocks, fc.string()), (encrypted) => {
        const error = refusalOf(() => openMessage(encrypted, credentials));
        expect(error === undefined || error instanceof Failure).toBe(true);
      }),
    );
  });
});
