import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appSecret, messaging, verifyToken } from './facebook.testing.ts';
import { answerChallenge, signBody, verifySignature } from './prove-request.ts';

const inboxId = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02';
const request = messaging({ message: { mid: 'm', text: 'Xin chào 😢' } });
const material = { inboxId, secrets: [verifyToken], credentials: { appSecret } };

describe('a signature', () => {
  test.each([
    // RFC 4231, test case 2.
    [
      'what do ya want for nothing?',
      'Jefe',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    // The example of GitHub, which signs in the same way.
    [
      'Hello, World!',
      "It's a Secret to Everybody",
      '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    ],
  ])('of %j is as published', (body, secret, expected) => {
    expect(signBody(new TextEncoder().encode(body), secret)).toBe(`sha256=${expected}`);
  });

  test('fails with any bit of the body flipped', () => {
    fc.assert(
      fc.property(fc.nat(request.body.length * 8 - 1), (bit) => {
        const body = Uint8Array.from(request.body);
        body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => verifySignature({ ...request, body }, material)).toThrow();
      }),
    );
  });

  test('may be made with the secret that the app had before', () => {
    const credentials = { appSecret: 'the new one', formerAppSecret: appSecret };
    expect(() => verifySignature(request, { ...material, credentials })).not.toThrow();
  });

  test.each([
    ['another secret', { appSecret: 'another' }],
    ['an empty secret', { appSecret: '' }],
    ['no secret', {}],
  ])('is refused under %s', (_, credentials) => {
    const signed = { ...request, headers: { 'x-hub-signature-256': signBody(request.body, '') } };
    expect(() => verifySignature(signed, { ...material, credentials })).toThrow();
    expect(() => verifySignature(request, { ...material, credentials })).toThrow();
  });

  test('is not made with the verify token', () => {
    const signed = { ...request, headers: { 'x-hub-signature-256': signBody(request.body, verifyToken) } };
    expect(() => verifySignature(signed, material)).toThrow();
  });
});

describe('the question whether the address is ours', () => {
  const ask = (query: Record<string, string>) => answerChallenge({ ...request, query }, material);
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '1158201444' };

  test('is answered with the challenge', () => {
    expect(ask(right)).toBe('1158201444');
  });

  test.each([
    ['another token', { ...right, 'hub.verify_token': 'other' }],
    ['the app secret for a token', { ...right, 'hub.verify_token': appSecret }],
    ['no token', { ...right, 'hub.verify_token': '' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['markup for a challenge', { ...right, 'hub.challenge': '<script>alert(1)</script>' }],
    ['no challenge', { ...right, 'hub.challenge': '' }],
  ])('is refused with %s', (_, query) => {
    expect(() => ask(query)).toThrow();
  });
});
