import { entropyToMnemonic } from '@scure/bip39';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allWordLists } from './all-word-lists.ts';
import { findSecrets } from './find-secrets.ts';
import { withoutSecrets } from './without-secrets.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const kinds = (text: string) =>
  findSecrets(text, allWordLists).map((each) => `${each.kind} ${each.certainty}`);

test.each([
  ['a phrase', `here: ${phrase}.`, 'seed_phrase certain'],
  ['in capitals', phrase.toUpperCase(), 'seed_phrase certain'],
  [
    'numbered',
    phrase
      .split(' ')
      .map((each, at) => `${at + 1}. ${each}`)
      .join('\n'),
    'seed_phrase certain',
  ],
  ['a wrong checksum', phrase.replace('yellow', 'year'), 'seed_phrase likely'],
  ['a mistyped word', phrase.replace('sausage', 'sausagge'), 'seed_phrase likely'],
  ['two phrases in a row', `${phrase} ${phrase}`, 'seed_phrase certain'],
  ['WIF', 'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn', 'private_key certain'],
  ['WIF, long', '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ', 'private_key certain'],
  [
    'xprv',
    'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
    'extended_key certain',
  ],
  ['PEM', '-----BEGIN EC PRIVATE KEY-----\nabc\n-----END EC PRIVATE KEY-----', 'pem_key certain'],
  ['a keystore', '{"crypto":{"ciphertext":"aa","kdf":"scrypt","mac":"bb"}}', 'keystore certain'],
])('%s is found', (_, text, expected) => {
  expect(kinds(text)).toEqual([expected]);
});

test.each([
  ['a TXID', '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b'],
  ['addresses', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq and 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  [
    'a signature of Solana',
    '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW',
  ],
  ['prose', 'I have been waiting for my deposit since this morning and it still does not show in my account'],
  ['Chinese prose', '我的充值已经到账了但是余额没有更新请帮我看一下是什么问题谢谢'],
  ['a changed WIF', 'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWm'],
])('%s is none', (_, text) => {
  expect(kinds(text)).toEqual([]);
});

test('phrases of every list and length are certain, and gone afterwards', () => {
  const sizes = fc
    .constantFrom(16, 20, 24, 28, 32)
    .chain((size) => fc.uint8Array({ minLength: size, maxLength: size }));
  fc.assert(
    fc.property(fc.constantFrom(...allWordLists), sizes, (list, entropy) => {
      const said = entropyToMnemonic(entropy, [...list]);
      const after = withoutSecrets(`> ${said} <`, allWordLists);
      expect(after.removed[0]?.certainty).toBe('certain');
      expect(after.text).toBe('> [[removed:seed_phrase]] <');
    }),
    { numRuns: 60 },
  );
});

test('of two phrases in a row nothing stays', () => {
  expect(withoutSecrets(`${phrase} ${phrase}`, allWordLists).text).toBe('[[removed:seed_phrase]]');
});

test('any text survives, and what was done once is done', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (text) => {
      const once = withoutSecrets(text, allWordLists).text;
      expect(withoutSecrets(once, allWordLists).text).toBe(once);
    }),
    { numRuns: 60 },
  );
});
