import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPublicKey } from './identity-key.ts';

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('a public key is kept in one form, however it was given', () => {
  const older = rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  expect(readPublicKey('RS256', older)).toBe(spki(rsa.publicKey));
  expect(readPublicKey('ES256', spki(curve.publicKey))).toBe(spki(curve.publicKey));
});

const refused: Array<['RS256' | 'ES256', string, string]> = [
  ['RS256', 'RSA of 1024 bits', spki(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
  ['RS256', 'a curve', spki(curve.publicKey)],
  ['ES256', 'an RSA key', spki(rsa.publicKey)],
  ['ES256', 'the curve P-384', spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)],
  ['ES256', 'Ed25519', spki(generateKeyPairSync('ed25519').publicKey)],
  ['RS256', 'a private key', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ['RS256', 'nonsense', '-----BEGIN PUBLIC KEY-----\nbm90IGEga2V5\n-----END PUBLIC KEY-----'],
];
test.each(refused)('%s: %s is refused', (algorithm, _what, pem) => {
  expect(() => readPublicKey(algorithm, pem)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});
