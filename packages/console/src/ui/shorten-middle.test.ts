import { expect, it } from 'vitest';
import { shortenMiddle } from './shorten-middle.ts';

it('keeps both ends, within the given length', () => {
  const short = shortenMiddle('0x8f3a91c2d7e64b00aabbccddeeff1122c21b', 13);
  expect(short).toBe('0x8f3a…22c21b');
  expect(short).toHaveLength(13);
});

it('leaves short texts whole', () => {
  expect(shortenMiddle('48210137')).toBe('48210137');
});
