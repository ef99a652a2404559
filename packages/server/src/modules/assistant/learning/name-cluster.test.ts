import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { nameCluster } from './name-cluster.ts';

const question = (guesses: Array<[string, number]>, concepts: string[] = []) => ({
  features: { guesses, concepts },
});
const nowhere = () => 0;

test.each<[string, Parameters<typeof nameCluster>[0], Locale, ReturnType<typeof nameCluster>]>([
  [
    'by the intent that is likely together',
    [question([['withdrawal.fee', 0.6]]), question([['withdrawal.fee', 0.3]])],
    'en',
    { intent: 'withdrawal.fee', terms: [] },
  ],
  [
    'by no intent where none is likely',
    [question([['withdrawal.fee', 0.2]]), question([['market.price', 0.2]])],
    'en',
    { intent: null, terms: [] },
  ],
  ['never by being out of scope', [question([['out_of_scope', 0.9]])], 'en', { intent: null, terms: [] }],
  [
    'by what they speak of, in the language asked for',
    [question([], ['deposit']), question([], ['deposit', 'withdraw*'])],
    'ja',
    { intent: null, terms: ['入金'] },
  ],
  [
    'not by what few of them speak of',
    [question([], ['deposit']), question([]), question([]), question([])],
    'en',
    { intent: null, terms: [] },
  ],
])('%s', (_what, questions, locale, expected) => {
  expect(nameCluster(questions, locale, nowhere)).toEqual(expected);
});

test('what all questions speak of tells less', () => {
  const asked = [question([], ['deposit', 'network'])];
  const { terms } = nameCluster(asked, 'en', (it) => (it === 'deposit' ? 0.9 : 0));
  expect(terms[0]).toBe('network');
});
