import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { hashOfNothing, hashPassword, verifyPassword } from './hash-password.ts';

test('a password is the hashed one, also when its letters are composed otherwise', async () => {
  const hash = await hashPassword('caf\u00e9 with herons');
  expect(await verifyPassword(hash, 'cafe\u0301 with herons')).toBe(true);
  expect(await verifyPassword(hash, 'cafe with herons')).toBe(false);
});

test('no account costs what a wrong password costs', async () => {
  const { saltLen: _salt, ...costs } = parseOptions(await hashPassword('seventeen herons'));
  expect(parseOptions(hashOfNothing)).toMatchObject(costs);
  expect(costs).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  expect(await verifyPassword(null, 'seventeen herons')).toBe(false);
});
