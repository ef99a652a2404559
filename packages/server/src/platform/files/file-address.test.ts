import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileVariant, fileAddress, verifyFileAddress } from './file-address.ts';

const day = 86_400_000;
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const variant = fc.constantFrom<FileVariant>('original', 'preview');
const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
/** Any code units, halves of characters too. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

test('has the form that is documented', () => {
  const address = fileAddress(
    Buffer.alloc(32, 1),
    '0199a7c0-0000-7000-8000-000000000001',
    'preview',
    new Date('2026-11-24T12:00:00Z'),
  );
  expect(address).toMatch(
    /^\/files\/0199a7c0-0000-7000-8000-000000000001\/preview\?e=1795651200&s=[\w-]{43}$/,
  );
  expect(new Date(1_795_651_200_000).toISOString()).toBe('2026-11-26T00:00:00.000Z');
});

test('opens until the end of the next UTC day, and is the same all day', () => {
  fc.assert(
    fc.property(key, fc.uuid(), variant, now, fc.nat(day - 1), (secret, id, which, at, later) => {
      const midnight = Math.floor(at.getTime() / day) * day;
      const address = fileAddress(secret, id, which, at);
      expect(fileAddress(secret, id, which, new Date(midnight + later))).toBe(address);
      expect(fileAddress(secret, id, which, new Date(midnight + day))).not.toBe(address);
      expect(verifyFileAddress(secret, address, at)).toBe(true);
      expect(verifyFileAddress(secret, address, new Date(midnight + 2 * day - 1))).toBe(true);
      expect(verifyFileAddress(secret, address, new Date(midnight + 2 * day))).toBe(false);
    }),
  );
});

test('any changed, added or missing character closes it', () => {
  const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(key, fc.uuid(), variant, now, fc.nat(), printable, (secret, id, which, at, place, other) => {
      const address = fileAddress(secret, id, which, at);
      const index = place % address.length;
      const [before, after] = [address.slice(0, index), address.slice(index + 1)];
      if (other !== address[index]) expect(verifyFileAddress(secret, before + other + after, at)).toBe(false);
      expect(verifyFileAddress(secret, before + after, at)).toBe(false);
      expect(verifyFileAddress(secret, before + other + address.slice(index), at)).toBe(false);
      expect(verifyFileAddress(secret, address + other, at)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('every single character counts, the last one of the signature too', () => {
  const secret = Buffer.alloc(32, 7);
  const at = new Date('2026-11-24T12:00:00Z');
  const address = fileAddress(secret, '0199a7c0-0000-7000-8000-000000000001', 'original', at);
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/?=&%.';
  let tried = 0;
  for (let index = 0; index < address.length; index++) {
    for (const other of characters) {
      if (other === address[index]) continue;
      tried++;
      expect(verifyFileAddress(secret, address.slice(0, index) + other + address.slice(index + 1), at)).toBe(
        false,
      );
    }
  }
  expect(tried).toBeGreaterThan(7000);
});

test('one key, file or variant does not open another, nor does a later end', () => {
  fc.assert(
    fc.property(key, key, fc.uuid(), fc.uuid(), now, (secret, otherSecret, id, otherId, at) => {
      fc.pre(id !== otherId && !Buffer.from(secret).equals(Buffer.from(otherSecret)));
      const address = fileAddress(secret, id, 'preview', at);
      expect(verifyFileAddress(otherSecret, address, at)).toBe(false);
      expect(verifyFileAddress(secret, address.replace(id, otherId), at)).toBe(false);
      expect(verifyFileAddress(secret, address.replace('preview', 'original'), at)).toBe(false);
      expect(verifyFileAddress(secret, address.replace(/e=\d+/, 'e=99999999999'), at)).toBe(false);
    }),
  );
});

test('nonsense is refused without a fuss', () => {
  fc.assert(
    fc.property(key, anyText, now, (secret, text, at) => {
      expect(verifyFileAddress(secret, text, at)).toBe(false);
      expect(verifyFileAddress(secret, `/files/${text}`, at)).toBe(false);
    }),
  );
  for (const text of [
    '',
    '/files/a/original',
    '/files/a/original?e=1&s=',
    `/files/a/original?e=99999999999&s=${'A'.repeat(43)}`,
  ]) {
    expect(verifyFileAddress(Buffer.alloc(32), text, new Date())).toBe(false);
  }
});
