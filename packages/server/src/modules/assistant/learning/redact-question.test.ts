import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactQuestion } from './redact-question.ts';

const txid = 'a'.repeat(8).concat('0123456789abcdef'.repeat(3), '01234567');

test.each([
  ['where is my deposit', 'where is my deposit'],
  [`TXID ${txid} not credited`, 'not credited', txid],
  ['write to jane.doe@example.com please', 'please', 'jane'],
  ['my phone is +84 912 345 678', 'my phone is', '912'],
  ['my UID is 123456789, why?', 'why?', '123456789'],
  ['order 998877665544 not filled', 'not filled', '998877665544'],
  ['is https://htx-login.example/verify?u=4711 yours', 'yours', '4711'],
  ['my password is hunter2!x', 'my password is', 'hunter2'],
  ['my [[removed:one_time_code]] is refused', 'my [one time code] is refused', 'removed'],
])('%s', (text, stays, ...gone) => {
  const redacted = redactQuestion(text, 'en');
  expect(redacted).toContain(stays);
  for (const it of gone) expect(redacted).not.toContain(it);
  expect(redactQuestion(redacted, 'en')).toBe(redacted);
});

test('any text is kept short and stays redacted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
      expect(redactQuestion(text, 'en').length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 50 },
  );
});
