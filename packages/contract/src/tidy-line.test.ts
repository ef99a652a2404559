import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyLine } from './tidy-line.ts';

test.each([
  ['  Mei  Lin ', 'Mei Lin'],
  ['Mei\r\nBcc: all@example.com', 'Mei Bcc: all@example.com'],
  ['tnega\u202eSupport', 'tnegaSupport'],
  ['\u2067Support\u2069', 'Support'],
  ['Sup\u200bport\u00ad\ufeff', 'Support'],
  ['Mei\u{e0041}\u{e0042}', 'Mei'],
  ['Mei\u0000', 'Mei'],
  ['half \ud83d', 'half \ufffd'],
  ['\u3164', ''],
  ['\u200d\u200c \u0301', ''],
  ['نیم\u200cفاصله', 'نیم\u200cفاصله'],
  ['👩\u200d💻 Ana', '👩\u200d💻 Ana'],
  ['ด้วย', 'ด้วย'],
  ['', ''],
])('%o is kept as %o', (text, kept) => {
  expect(tidyLine(text)).toBe(kept);
});

test('done twice it is done once, and nothing stays that cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const line = tidyLine(text);
      expect(tidyLine(line)).toBe(line);
      expect(line).not.toMatch(/\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\p{Zl}\p{Zp}]/u);
    }),
  );
});
