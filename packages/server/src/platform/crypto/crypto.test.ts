import { expect, test } from 'vitest';
import { newId } from './ids.ts';
import { createKeys, hashSecret, newSecret } from './secrets.ts';

test('ids are UUIDs of version 7, in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids.slice(0, 10))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a sealed secret opens with the same root, and not when changed or with another', () => {
  const keys = createKeys('root');
  const sealed = keys.seal('绝密');
  expect(keys.open(sealed)).toBe('绝密');
  expect(keys.seal('绝密')).not.toBe(sealed);
  expect(() => createKeys('other').open(sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(() => keys.open(changed.toString('base64url'))).toThrow();
  }
});

test('a new root opens what the one before sealed, and seals under another name', () => {
  const [old, next] = [createKeys('old'), createKeys('new', ['older', 'old'])];
  expect(next.open(old.seal('kept'))).toBe('kept');
  expect(() => old.open(next.seal('kept'))).toThrow();
  expect(next.sealedUnder).not.toBe(old.sealedUnder);
  expect(createKeys('old').sealedUnder).toBe(old.sealedUnder);
});

test('each purpose has a key of its own', () => {
  const keys = createKeys('root');
  expect(keys.derive('a')).toHaveLength(32);
  expect(keys.derive('a').equals(keys.derive('b'))).toBe(false);
  expect(hashSecret(newSecret())).toHaveLength(43);
});
