import { removedKinds, sealableKinds } from '@fairlead/contract';
import { isRemoved, secretKinds } from '@fairlead/shield';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeys } from '../../../platform/crypto/secrets.ts';
import { exposuresOf, toldOfUrgent } from './exposure-of.ts';
import { openOriginal, sealOriginal } from './seal-original.ts';
import { sealedUntil } from './sealing-rules.ts';

const now = new Date('2026-11-27T12:00:00Z');
const all = { sealedKinds: [...sealableKinds], keepDays: 7, openingsADay: 5 };

test('the contract knows what is removed as the shield does', () => {
  expect([...removedKinds]).toEqual(secretKinds.filter(isRemoved));
});

test('what opens a wallet, a password or a code is never kept, whatever is switched on', () => {
  expect(secretKinds.filter((kind) => sealedUntil(kind, all, now) !== null)).toEqual([
    'api_secret',
    'card_number',
  ]);
  expect(sealedUntil('card_number', all, now)).toEqual(new Date('2026-12-04T12:00:00Z'));
});

test('nothing is kept of what is not switched on', () => {
  expect(sealedUntil('card_number', { ...all, sealedKinds: ['api_secret'] }, now)).toBeNull();
});

test('an original opens as what it was, for its own removal and installation only', () => {
  const keys = createKeys('a-root-secret-of-at-least-32-characters');
  const others = createKeys('another-root-secret-of-32-characters-x');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (original) => {
      const sealed = sealOriginal(keys, 'one', original);
      expect(openOriginal(keys, 'one', sealed)).toBe(original);
      expect(() => openOriginal(keys, 'other', sealed)).toThrow();
      expect(() => openOriginal(others, 'one', sealed)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test.each<[string[], string[], boolean]>([
  [['seed_phrase'], ['wallet'], true],
  [['password', 'keystore', 'pem_key'], ['wallet', 'password'], true],
  [['api_secret'], ['api_secret'], true],
  [['password'], ['password'], false],
  [['one_time_code', 'card_number'], [], false],
])('%j exposes %j', (kinds, exposures, urgent) => {
  const known = secretKinds.filter((kind) => kinds.includes(kind));
  expect(exposuresOf(known)).toEqual(exposures);
  expect(toldOfUrgent(kinds.map((kind) => `it is [[removed:${kind}]]`).join(' '))).toBe(urgent);
});
