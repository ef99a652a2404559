import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newDataKey, openFile, sealFile } from './sealed-file.ts';

const key = newDataKey();

test('any bytes come back as they were, and never lie open', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const sealed = sealFile(key, 'attachments/a/original', bytes);
      expect(openFile(key, 'attachments/a/original', sealed).equals(Buffer.from(bytes))).toBe(true);
      if (bytes.length >= 16) expect(sealed.includes(Buffer.from(bytes))).toBe(false);
    }),
  );
});

test('what was changed, cut, renamed or has another key does not open', () => {
  const sealed = sealFile(key, 'name', Buffer.from('a passport'));
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(() => openFile(key, 'name', changed)).toThrow();
    expect(() => openFile(key, 'name', sealed.subarray(0, place))).toThrow();
  }
  expect(() => openFile(key, 'other', sealed)).toThrow();
  expect(() => openFile(newDataKey(), 'name', sealed)).toThrow();
});
