import { expect, test } from 'vitest';
import { previewText } from './preview-text.ts';

test.each<[string, string, string[]]>([
  ['en', 'Fee: {amount}', ['Fee: 1 USDT']],
  [
    'en',
    '{left, plural, one {# is missing} other {# are missing}}',
    ['1 is missing', '2 are missing', '5 are missing', '21 are missing'],
  ],
  ['en', '{left, plural, one {One} other {More}} of {amount}', ['One of 1 USDT', 'More of 1 USDT']],
  ['en', '<b>{amount}</b>', ['<b>1 USDT</b>']],
  ['en', '{amount', ['{amount']],
])('%s: %s', (locale, text, reads) => {
  expect(previewText(locale, text, { amount: '1 USDT', left: 13 })).toEqual(reads);
});
