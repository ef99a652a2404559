import { categories, categoryOfIntent, mappedIntents, topCategories } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { correctionOfCategory, intentsOfCategory } from './correction-of-category.ts';

const guesses = (...labels: string[]) => labels.map((label, at) => ({ label, probability: 0.6 / (at + 1) }));

test.each([
  [
    'what it was taken for was right',
    'deposit_withdrawal.wrong_network',
    ['deposit.wrong_network'],
    undefined,
  ],
  ['an upper category holds what it was taken for', 'deposit_withdrawal', ['withdrawal.fee'], undefined],
  [
    'the likeliest of the category',
    'deposit_withdrawal.withdrawal_pending',
    ['deposit.not_credited', 'withdrawal.cancel', 'withdrawal.pending'],
    'withdrawal.cancel',
  ],
  [
    'of an upper one, of all below it',
    'verification',
    ['deposit.not_credited', 'kyc.pending'],
    'kyc.pending',
  ],
  ['what is small talk to the classifier', 'other.general', ['trade.fee', 'assistant.human'], 'market.price'],
  [
    'of one that no intent has, of its upper one',
    'deposit_withdrawal.large_withdrawal',
    ['trade.fee', 'withdrawal.limit'],
    'withdrawal.limit',
  ],
  ['none was thought of', 'api.keys', [], 'api.key'],
  ['other alone says nothing', 'other', ['trade.fee'], undefined],
] as const)('%s', (_, category, labels, intent) => {
  expect(correctionOfCategory(category, guesses(...labels))).toBe(intent);
});

test('every category has intents, and an upper one all below it', () => {
  for (const category of categories.filter((it) => it !== 'other'))
    expect(intentsOfCategory(category), category).not.toHaveLength(0);
  for (const top of topCategories.filter((it) => it !== 'other'))
    expect(intentsOfCategory(top)).toEqual(
      mappedIntents.filter((it) => categoryOfIntent(it).split('.')[0] === top),
    );
});
