import { expect, test } from 'vitest';
import { isAnotherMatter } from './another-matter.ts';

test.each([
  ['deposit_withdrawal.missing_memo', 'account_security.hacked', true],
  ['api.keys', 'deposit_withdrawal', true],
  ['deposit_withdrawal.missing_memo', 'deposit_withdrawal.deposit_not_credited', false],
  ['account_security', 'account_security.hacked', false],
  ['deposit_withdrawal.missing_memo', 'other.complaint', false],
  ['other', 'account_security.hacked', false],
] as const)('on a ticket of %s a matter of %s is another: %s', (of, matter, another) => {
  expect(isAnotherMatter(of, matter)).toBe(another);
});
