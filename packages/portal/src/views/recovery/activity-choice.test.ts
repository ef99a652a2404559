import { readFileSync } from 'node:fs';
import type { ActivityKind } from '@fairlead/contract';
import type { Locale } from '@fairlead/contract/locale';
import { expect, test } from 'vitest';
import { speechIn } from '../../text/speech.ts';
import { choiceWords } from './activity-choice.ts';

const speechOf = (locale: Locale) =>
  speechIn(
    locale,
    JSON.parse(readFileSync(new URL(`../../../locales/${locale}.json`, import.meta.url), 'utf8')),
  );

test.each<[Locale, ActivityKind, string, string]>([
  ['en', 'deposit_asset', 'ETH', 'ETH'],
  ['en', 'deposit_asset', 'other', 'Another asset'],
  ['en', 'deposit_asset', 'none', 'I never did, or none of these'],
  ['en', 'deposit_amount', '..0.01', 'Less than 0.01'],
  ['de', 'deposit_amount', '1000..10000', '1.000 bis 10.000'],
  ['zh-CN', 'deposit_amount', '100000..', '100,000 及以上'],
  ['en', 'opened_month', '2021-09', 'September 2021'],
  ['ja', 'opened_month', '2021-09', '2021年9月'],
  ['en', 'withdrawal_address', 'fb77', '…fb77'],
])('%s, %s, %s reads %s', (locale, kind, choice, words) => {
  expect(choiceWords(speechOf(locale), kind, choice)).toBe(words);
});
