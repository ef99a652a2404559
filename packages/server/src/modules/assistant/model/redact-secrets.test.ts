import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactSecrets } from './redact-secrets.ts';

const phrase = 'abandon ability able about above absent absorb abstract absurd abuse access accident';

test.each([
  ['a seed phrase', `mine is ${phrase} ok`, 'able'],
  [
    'a numbered one',
    phrase
      .split(' ')
      .map((it, at) => `${at + 1}. ${it}`)
      .join(' '),
    'able',
  ],
  ['one behind words', `the words are ${phrase}`, 'able'],
  ['one before words', `${phrase} что делать`, 'able'],
  ['the key of a wallet', 'L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ', 'L1aW4aub'],
  ['a key in figures', 'c0ffee'.repeat(10) + 'abcd', 'c0ffeec0ffee'],
  ['a key of an interface', 'my api key: a1b2c3d4-e5f6a7b8-c9d0e1f2', 'e5f6a7b8'],
  ['a token', 'sk-proj-1234567890abcdefghij', '1234567890'],
  ['a code', 'My code is 482913', '482913'],
  ['a code with a short word behind it', 'My code is 482913 and it does not work', '482913'],
  ['a code with a short word right behind it', 'otp 4829 but wrong', '4829'],
  ['a code in Chinese', '验证码是482913，为什么不行', '482913'],
  ['a code in Russian', 'код из смс 4829', '4829'],
  ['a code that stands alone', '482913', '482913'],
  ['a password', 'password: hunter2!x', 'hunter2'],
  ['a password in Chinese', '密码是Abc12345', 'Abc12345'],
  ['a letter box', 'I am ann.lee+x@example.co.uk', 'ann.lee'],
  ['a telephone', 'call +44 20 7946 0958', '7946'],
  ['a mobile', '我的手机13812345678', '13812345678'],
  ['a card', 'card 4111 1111 1111 1111', '4111 1111'],
])('%s is taken out', (_, text, secret) => {
  const redacted = redactSecrets(text);
  expect(redacted).not.toContain(secret);
  expect(redacted).toMatch(/\[|…/);
});

test.each([
  'How long does a withdrawal of 1,250.75 USDT over TRC20 take?',
  'Order 7712 of 2026-11-26 10:30 has not been filled',
  'I have not received the code',
  'error code 1002 when I withdraw',
  'no code for the withdrawal of 5000 USDT',
  'I withdrew 500000 USDT',
  'no code for the withdrawal of 5000 usdt',
  'the withdrawal that you said would take an hour has not arrived after two days',
  '提币 10000 USDT 需要多久？',
  'el retiro que hice ayer por la red de tron no ha llegado todavía',
])('%s stays', (text) => {
  expect(redactSecrets(text)).toBe(text);
});

test('done twice it is done once, and whatever is around it, it is taken out', () => {
  const around = fc.string({ unit: fc.constantFrom(...'ab .,:!?提币что\n'), maxLength: 20 });
  const secrets = fc.constantFrom(
    ['ann@example.com', 'ann@example'],
    [phrase, phrase],
    ['+44 20 7946 0958', '7946 0958'],
    ['4111111111111111', '41111111'],
    ['code 482913', '482913'],
  );
  fc.assert(
    fc.property(around, secrets, around, (before, [secret = '', core = ''], after) => {
      const redacted = redactSecrets(`${before} ${secret} ${after}`);
      expect(redacted).not.toContain(core);
      expect(redactSecrets(redacted)).toBe(redacted);
    }),
  );
});

// With a look from every place to the end each would take minutes.
test.each(['\r', '\n ', 'password', '密码', ' '])('very many of %j are read once', (unit) => {
  const text = unit.repeat(200_000 / unit.length);
  expect(redactSecrets(`${text} code 482913`)).not.toContain('482913');
});
