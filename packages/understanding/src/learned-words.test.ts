import { expect, test } from 'vitest';
import { wordsLearned } from './learned-words.ts';

const known = [{ id: 'deposit', terms: { en: ['deposit', 'top up'], 'zh-CN': ['充币'] } }];
const now = [
  {
    id: 'deposit',
    terms: { en: ['deposit', 'top up', 'inflow'], 'zh-CN': ['充币', '进币'], de: ['Zufuhr'] },
  },
  { id: 'staking', terms: { en: ['restake'] } },
];

test.each([
  ['my inflow is late', 'my inflow is late deposit'],
  ['进币没到账', '进币没到账 充币'],
  // There is no usual word in that language.
  ['meine Zufuhr', 'meine Zufuhr deposit'],
  ['my deposit is late', 'my deposit is late'],
  ['I restake', 'I restake'],
])('“%s” is read as “%s”', (text, read) => {
  expect(wordsLearned(known, now)(text)).toBe(read);
});

test('the same words teach nothing', () => {
  expect(wordsLearned(known, known)('inflow')).toBe('inflow');
});
