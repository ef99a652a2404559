import type { Category } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { chooseCategory } from './understand-category.ts';

const [missing, hacked, large] = [
  'deposit_withdrawal.deposit_not_credited',
  'account_security.hacked',
  'deposit_withdrawal.large_withdrawal',
] as const;

test.each<[string, [Category, number], [Category, number], Category]>([
  ['words tell nothing, and it was understood', ['other', 0], [hacked, 0.6], hacked],
  ['words tell nothing, and it was hardly understood', ['other', 0], [hacked, 0.59], 'other'],
  ['words speak of two things', [missing, 0.4], [hacked, 0.9], missing],
  ['both agree, and one says more', ['deposit_withdrawal', 0.6], [missing, 0.45], missing],
  ['both agree, and what was found says more', [missing, 0.6], ['deposit_withdrawal', 0.9], missing],
  ['they differ, and words are clear', [missing, 0.8], [hacked, 0.79], missing],
  ['they differ, and it is certain', [missing, 0.8], [hacked, 0.8], hacked],
  ['it was understood as concerning nobody here', [missing, 0.8], ['other.general', 0.99], missing],
  ['words tell what no intent is about', [large, 0.8], ['deposit_withdrawal.limits_fees', 0.9], large],
])('%s', (_case, found, understood, chosen) => {
  const sorted = ([category, confidence]: [Category, number]) => ({ category, confidence });
  expect(chooseCategory(sorted(found), sorted(understood)).category).toBe(chosen);
});
