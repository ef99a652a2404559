import { describe, expect, test } from 'vitest';
import { Failure } from '../../port.ts';
import { answerChallenge, signatureFor, verifySignature } from './prove-request.ts';
import { account, credentials, ownId, webhook } from './x.testing.ts';

const request = webhook({ for_user_id: ownId, direct_message_events: [] });
const material = { inboxId: 'inbox', secrets: [], credentials, account };
const ask = (token: string) => ({ ...request, query: { crc_token: token } });

describe('the proof of a request', () => {
  test('holds with the consumer secret, also with the former one', () => {
    const renewed = {
      ...credentials,
      consumerSecret: 'new',
      formerConsumerSecret: credentials.consumerSecret,
    };
    expect(() => verifySignature(request, material)).not.toThrow();
    expect(() => verifySignature(request, { ...material, credentials: renewed })).not.toThrow();
  });

  test('fails with one flipped bit of the body', () => {
    for (let bit = 0; bit < request.body.length * 8; bit++) {
      const body = Uint8Array.from(request.body);
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => verifySignature({ ...request, body }, material)).toThrow(Failure);
    }
  });

  test.each([
    ['another secret', { ...credentials, consumerSecret: 'another' }],
    ['an empty secret', { ...credentials, consumerSecret: '' }],
    ['no secret', {}],
  ])('fails with %s', (_, wrong) => {
    const body = request.body;
    const headers = { 'x-twitter-webhooks-signature': signatureFor(body, '') };
    expect(() => verifySignature({ ...request, headers }, { ...material, credentials: wrong })).toThrow(
      Failure,
    );
    expect(() => verifySignature(request, { ...material, credentials: wrong })).toThrow(Failure);
  });

  test('fails for what is for another account', () => {
    const other = webhook({ for_user_id: '12', direct_message_events: [] });
    expect(() => verifySignature(other, material)).toThrow(Failure);
    expect(() => verifySignature(other, { ...material, account: null })).not.toThrow();
  });
});

describe('the question for the address', () => {
  test('is answered with the signature of its token', () => {
    // openssl dgst -sha256 -hmac z3ZX4v7mAAUGykl2EcmkqbartmuW8VFOOzCloLx9Q45P0hLrFu -binary | base64
    const consumerSecret = 'z3ZX4v7mAAUGykl2EcmkqbartmuW8VFOOzCloLx9Q45P0hLrFu';
    const answer = answerChallenge(ask('9b4507b3-9040-4669-9ca3-6b94edb50553'), {
      ...material,
      credentials: { consumerSecret },
    });
    expect(JSON.parse(answer)).toEqual({
      response_token: signatureFor('9b4507b3-9040-4669-9ca3-6b94edb50553', consumerSecret),
    });
    expect(JSON.parse(answer)).toEqual({
      response_token: 'sha256=UITybEAvZfYKnbdNOTN/PHrzgUG2YTiHNtDJ0mrqfMs=',
    });
  });

  test.each([[''], ['a b'], ['x'.repeat(501)], ['\u0000']])('is refused for the token %j', (token) => {
    expect(() => answerChallenge(ask(token), material)).toThrow(Failure);
  });

  test('is refused without a secret', () => {
    expect(() => answerChallenge(ask('a'), { ...material, credentials: {} })).toThrow(Failure);
  });
});
