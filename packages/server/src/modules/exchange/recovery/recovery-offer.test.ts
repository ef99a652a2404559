import { locales } from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeys } from '../../../platform/crypto/secrets.ts';
import { offersRecovery, offerToken, readOffer, sayRecoveryOffer } from './recovery-offer.ts';

const keys = createKeys('a root secret of tests, long enough');
const now = new Date('2026-11-27T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('a token names its conversation for half an hour, and only as it was signed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), (id, at) => {
      const token = offerToken(keys, id, now);
      expect(readOffer(keys, token, later(29))).toBe(id);
      expect(readOffer(keys, token, later(30))).toBeNull();
      expect(readOffer(createKeys('another root secret, as long as it'), token, now)).toBeNull();
      // The last character of a signature holds two bits that mean nothing.
      const place = at % 42;
      const changed = token.charAt(place) === 'A' ? 'B' : 'A';
      expect(readOffer(keys, token.slice(0, place) + changed + token.slice(place + 1), now)).toBeNull();
      expect(
        readOffer(
          keys,
          token.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`),
          now,
        ),
      ).toBeNull();
    }),
  );
});
test.each(['', 'x', 'a.b.c', '....'])('“%s” is none', (token) => {
  expect(readOffer(keys, token, now)).toBeNull();
});
test('the offer says so in every language, and its link ends in a digit', () => {
  const conversationId = '018f3a2b-0000-7000-8000-000000000001';
  for (const locale of locales) {
    const said = sayRecoveryOffer(
      { keys, publicUrl: 'https://help.example.com' },
      { conversationId, locale, now },
    );
    expect(said).toMatch(
      /30[\s\S]*\nhttps:\/\/help\.example\.com\/portal\/new\/account_security\.lost_2fa#recover=\S+\d$/,
    );
  }
});
test.each([
  ['lost_second_factor', true],
  ['cannot_sign_in', true],
  ['stolen', false],
  ['frozen', false],
])('after %s it is offered: %s', (outcome, is) => {
  expect(offersRecovery({ flow: 'account', outcome })).toBe(is);
});
