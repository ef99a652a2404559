import { entropyToMnemonic } from '@scure/bip39';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allWordLists } from './all-word-lists.ts';
import { findSecrets } from './find-secrets.ts';
import { sayRemoved } from './marks.ts';
import { usual } from './usual-words.ts';
import { withoutSecrets } from './without-secrets.ts';
import { wordListsFor } from './word-lists-for.ts';

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
  ['XRP', 'sn259rEFXrQrWyx3Q7XneWcwV6dfL is my seed', 'private_key certain'],
  ['Stellar', 'SDJHRQF4GCMIIKAAAQ6IHY42X73FQFLHUULAPSKKD4DFDM7UXWWCRHBE', 'private_key certain'],
  ['Solana’s file', `[${Array.from({ length: 64 }, (_, at) => at * 3).join(', ')}]`, 'private_key certain'],
  ['64 figures that are called a key', `private key: ${'0f'.repeat(32)}`, 'private_key likely'],
  ['full width', 'パスワード：ａｂｃ１２３ＸＹＺ', 'password likely'],
  ['a card in groups', '4111 1111 1111 1111', 'card_number certain'],
  ['a card that is called one', 'my visa 4111111111111111', 'card_number certain'],
  ['a code', '验证码是 482913', 'one_time_code likely'],
  ['an API secret', 'Secret Key: a1b2c3d4-e5f6a7b8-c9d0e1f2-12345', 'api_secret likely'],
  ['an API token of ours', `use flt_${'aZ3_-'.repeat(8)}xyz, please`, 'api_secret certain'],
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
  ['a word that begins like a token of ours', 'flt_configuration_of_the_filter_module'],
  ['prose', 'I have been waiting for my deposit since this morning and it still does not show in my account'],
  ['Chinese prose', '我的充值已经到账了但是余额没有更新请帮我看一下是什么问题谢谢'],
  ['64 figures after other words', `Deposit hash: ${'0f'.repeat(32)}, I never shared my private key`],
  ['a key that is warned of', `never share a private key. My TXID is ${'0f'.repeat(32)}`],
  ['a number that could be a card', 'order 4111111111111111'],
  ['a number of an error', 'error code 482913'],
  ['a phone', 'no verification code on +1 202 555 0143'],
  ['a password that is not told', 'my password is wrong since 2026-03-14'],
  ['a mark', '[[removed:password]] password: [[removed:password]]'],
  ['a changed WIF', 'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWm'],
])('%s is none', (_, text) => {
  expect(kinds(text)).toEqual([]);
});

test('phrases of every list and length are certain, and gone afterwards', () => {
  const sizes = fc
    .constantFrom(16, 20, 24, 28, 32)
    .chain((size) => fc.uint8Array({ minLength: size, maxLength: size }));
  fc.assert(
    fc.property(fc.nat(9), sizes, (place, entropy) => {
      const list = allWordLists[place] ?? [];
      const after = withoutSecrets(`> ${entropyToMnemonic(entropy, [...list])} <`, allWordLists);
      expect(after.text).toBe('> [[removed:seed_phrase]] <');
    }),
    { numRuns: 60 },
  );
});

test('one word off, and it is found all the same', () => {
  const entropy = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(fc.nat(9), entropy, fc.nat(11), (place, bytes, at) => {
      const list = allWordLists[place] ?? [];
      const words = entropyToMnemonic(bytes, [...list]).split(/[ \u3000]/);
      fc.pre(new Set(words).size >= 9 && words.filter((word) => usual.has(word)).length < 4);
      const after = withoutSecrets(`> ${words.with(at, 'qqqqq').join(' ')} <`, allWordLists);
      expect(after.text).toBe('> [[removed:seed_phrase]] <');
    }),
    { numRuns: 60 },
  );
});

test('browsers fetch the lists that the text could need, and no other', async () => {
  expect(
    await wordListsFor('Where is my deposit? I have waited for 3 hours now, please look it up for me'),
  ).toEqual([]);
  const lists = await wordListsFor(phrase);
  expect(lists.map((list) => list[0])).toEqual(
    ['abandon', 'ábaco', 'abacate', 'abaisser', 'abaco', 'abdikace'].map((it) =>
      expect.toSatisfy((word: string) => word.normalize('NFKD') === it.normalize('NFKD')),
    ),
  );
  expect(findSecrets(phrase, lists)).toHaveLength(1);
});

test('of two phrases in a row nothing stays', () => {
  expect(withoutSecrets(`${phrase} ${phrase}`, allWordLists).text).toBe('[[removed:seed_phrase]]');
});

test('of a card the last digits stay, and documents stay whole', () => {
  expect(withoutSecrets('4111 1111 1111 1111', allWordLists).text).toBe('[[removed:card_number]] …1111');
  expect(withoutSecrets('960121-1021413', allWordLists).text).toBe('960121-1021413');
});

test('only what is certain goes where somebody was asked and said so', () => {
  const text = 'password: Hunter22! 4111 1111 1111 1111';
  expect(withoutSecrets(text, allWordLists, true).text).toBe(
    'password: Hunter22! [[removed:card_number]] …1111',
  );
});

test('marks are put into words', () => {
  const text = 'a [[removed:password]] b [[removed:password]] [[removed:nothing]]';
  expect(sayRemoved(text, (kind) => `<${kind}>`)).toBe('a <password> b <password> [[removed:nothing]]');
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

const hostile = [
  '-----BEGIN PRIVATE KEY-----',
  'password ',
  'password is ',
  'code 1',
  '1234 ',
  '[1,',
  'abandon ',
  'private key ',
  '{"ciphertext":',
  '助记词的',
  'aaaaaaaaaaaaaaaa-',
  '5K',
  ' ',
  '：',
];

test('no text takes long, however it was made up', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 4 }), (parts) => {
      const text = parts.join('').repeat(40_000).slice(0, 40_000);
      const begun = performance.now();
      findSecrets(text, allWordLists);
      // Messages have 8,000 characters at most; what grows with the square of the length would take many seconds here.
      expect(performance.now() - begun).toBeLessThan(5000);
    }),
    { numRuns: 40 },
  );
});
