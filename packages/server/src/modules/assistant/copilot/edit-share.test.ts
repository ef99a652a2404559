import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editShare } from './edit-share.ts';

test.each([
  ['the same', 'Open the wallet.', 'Open the wallet.', 0],
  ['other blanks', 'Open  the\nwallet.', 'Open the wallet. ', 0],
  ['one word of four', 'Open the wallet now', 'Open your wallet now', 0.25],
  ['a word more', 'Open the wallet', 'Please open the wallet', 0.5],
  ['a character of Chinese', '请打开钱包', '请查开钱包', 0.2],
  ['nothing is left', 'Open the wallet', '', 1],
  ['nothing and nothing', '', ' ', 0],
])('%s', (_, before, after, share) => expect(editShare(before, after)).toBe(share));

test('it lies between 0 and 1, is 0 for the same, and is the same both ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const share = editShare(a, b);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(editShare(b, a)).toBe(share);
      expect(editShare(a, a)).toBe(0);
    }),
  );
});
