import { type createPublicKey, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { readIdentityToken, type VerifyingKey } from './identity-token-rules.ts';

const now = new Date('2026-11-24T08:00:00Z');
const seconds = now.getTime() / 1000;
const pem = (pair: { publicKey: ReturnType<typeof createPublicKey> }) =>
  pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const secret = 'a-secret-of-the-exchange-0123456789-0123456';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const hmacKey: VerifyingKey = { id: 'h', algorithm: 'HS256', material: secret };
const rsaKey: VerifyingKey = { id: 'r', algorithm: 'RS256', material: pem(rsa) };
const curveKey: VerifyingKey = { id: 'e', algorithm: 'ES256', material: pem(curve) };

type Signing = Parameters<SignJWT['sign']>[0];
const good: JWTPayload = { sub: '10001', exp: seconds + 300 };

function sign(
  claims: JWTPayload,
  alg = 'HS256',
  key: Signing = createSecretKey(secret, 'utf8'),
  kid?: string,
) {
  return new SignJWT(claims).setProtectedHeader({ alg, ...(kid ? { kid } : {}) }).sign(key);
}

const read = (token: string, keys: VerifyingKey[] = [hmacKey]) => readIdentityToken(token, keys, now);

describe('a good token', () => {
  test.each([
    ['HS256', hmacKey, createSecretKey(secret, 'utf8')],
    ['RS256', rsaKey, rsa.privateKey],
    ['ES256', curveKey, curve.privateKey],
  ] as const)('signed by %s is read', async (alg, key, signing) => {
    const { identity, keyId } = await read(await sign(good, alg, signing), [key]);
    expect(keyId).toBe(key.id);
    expect(identity).toEqual({
      externalId: '10001',
      name: null,
      email: null,
      locale: null,
      tier: 'standard',
    });
  });

  test('tells all that it claims', async () => {
    const known = { name: ' 林梅 ', email: 'mei@example.com', locale: 'zh_Hant_HK', tier: 'vip' };
    const claims = { ...good, ...known, antiPhishingCode: ' 紅い魚42 ' };
    expect((await read(await sign(claims))).identity).toEqual({
      externalId: '10001',
      name: '林梅',
      email: 'mei@example.com',
      locale: 'zh-TW',
      tier: 'vip',
      antiPhishingCode: '紅い魚42',
    });
  });

  test.each([
    ['says nothing of an anti-phishing code', undefined, undefined],
    ['takes it away', null, null],
    ['takes it away by an empty one', '', null],
  ])('%s', async (_what, antiPhishingCode, meant) => {
    const token = await sign({ ...good, antiPhishingCode });
    expect((await read(token)).identity.antiPhishingCode).toBe(meant);
  });

  test('is found among two keys, named or not', async () => {
    for (const kid of [undefined, 'r', 'a-key-of-their-own']) {
      const token = await sign(good, 'RS256', rsa.privateKey, kid);
      expect((await read(token, [hmacKey, rsaKey])).keyId).toBe('r');
    }
  });

  test('may be up to 30 seconds late, and up to 15 minutes long', async () => {
    for (const exp of [seconds - 29, seconds + 15 * 60]) {
      expect((await read(await sign({ ...good, exp }))).identity.externalId).toBe('10001');
    }
  });

  test('is known again whatever its signature looks like', async () => {
    const token = await sign(good);
    expect((await read(token)).signed).toBe(token.split('.').slice(0, 2).join('.'));
  });
});

describe('a token is invalid', () => {
  test.each<[string, JWTPayload]>([
    ['without a subject', { exp: seconds + 300 }],
    ['with an empty subject', { ...good, sub: '' }],
    ['with a subject of 129 characters', { ...good, sub: 'x'.repeat(129) }],
    ['with a control character in the subject', { ...good, sub: '10001\u0000' }],
    ['without an end', { sub: '10001' }],
    ['that lives longer than 15 minutes', { ...good, exp: seconds + 15 * 60 + 60 }],
    ['that is not valid yet', { ...good, nbf: seconds + 60 }],
    ['with a name that is no text', { ...good, name: { first: 'Mei' } }],
    ['with an e-mail address that is none', { ...good, email: 'mei' }],
    ['with a tier that there is not', { ...good, tier: 'emperor' }],
    ['with an anti-phishing code that is too short', { ...good, antiPhishingCode: 'abc' }],
    ['with an anti-phishing code of two lines', { ...good, antiPhishingCode: 'blue\nfish' }],
  ])('%s', async (_what, claims) => {
    await expect(read(await sign(claims))).rejects.toMatchObject({ code: 'identity.token_invalid' });
  });

  test.each<[string, () => Promise<string> | string, VerifyingKey[]]>([
    ['signed by another secret', () => sign(good, 'HS256', createSecretKey('another', 'utf8')), [hmacKey]],
    ['without a signature (alg none)', () => new UnsecuredJWT(good).encode(), [hmacKey]],
    [
      'with alg none and the signature of another',
      async () => {
        const [, , signature] = (await sign(good)).split('.');
        return `${new UnsecuredJWT(good).encode()}${signature}`;
      },
      [hmacKey],
    ],
    [
      'signed by HS256 with the public key as the secret',
      () => sign(good, 'HS256', createSecretKey(rsaKey.material, 'utf8')),
      [rsaKey],
    ],
    [
      'signed by HS256 with the public key as the secret, named by kid',
      () => sign(good, 'HS256', createSecretKey(rsaKey.material, 'utf8'), 'r'),
      [rsaKey, hmacKey],
    ],
    [
      'signed by HS512 with the right secret',
      () => sign(good, 'HS512', createSecretKey(secret.repeat(2), 'utf8')),
      [hmacKey],
    ],
    ['signed by PS256 with the right RSA key', () => sign(good, 'PS256', rsa.privateKey), [rsaKey]],
    [
      'that names one key and is signed by the other',
      () => sign(good, 'RS256', rsa.privateKey, 'h'),
      [hmacKey, rsaKey],
    ],
    ['where the inbox has no key', () => sign(good), []],
    ['that is no token', () => 'nonsense', [hmacKey]],
    ['that is empty', () => '', [hmacKey]],
    [
      'whose claims were changed',
      async () => {
        const [header, , signature] = (await sign(good)).split('.');
        const claims = Buffer.from(JSON.stringify({ ...good, sub: '10002' })).toString('base64url');
        return `${header}.${claims}.${signature}`;
      },
      [hmacKey],
    ],
  ])('%s', async (_what, make, keys) => {
    await expect(read(await make(), keys)).rejects.toMatchObject({ code: 'identity.token_invalid' });
  });
});

describe('an expired token', () => {
  test('is called so', async () => {
    const token = await sign({ ...good, exp: seconds - 31 });
    await expect(read(token)).rejects.toMatchObject({ code: 'identity.token_expired' });
  });

  test('is called so with two keys', async () => {
    const token = await sign({ ...good, exp: seconds - 31 }, 'RS256', rsa.privateKey);
    await expect(read(token, [hmacKey, rsaKey])).rejects.toMatchObject({ code: 'identity.token_expired' });
  });

  test('that is forged is invalid and no more is said', async () => {
    const token = await sign({ ...good, exp: seconds - 31 }, 'HS256', createSecretKey('another', 'utf8'));
    await expect(read(token)).rejects.toMatchObject({ code: 'identity.token_invalid' });
  });
});
