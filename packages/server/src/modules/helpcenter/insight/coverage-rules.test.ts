import { expect, test } from 'vitest';
import { coverageOf, type IntentArticle } from './coverage-rules.ts';

const article = (intent: string, id: string, locales: IntentArticle['locales']): IntentArticle => ({
  intent,
  article_id: id,
  title: `About ${id}`,
  locales,
});

test('an intent is covered where any of its articles is found; the one found most is gone on with, and gaps come first', () => {
  expect(
    coverageOf([
      article('kyc.pending', 'one', ['en']),
      article('kyc.pending', 'two', ['ja', 'zh-CN', 'en']),
      article('kyc.pending', 'three', ['ru', 'en', 'ja']),
      article('kyc.rejected', 'four', []),
      article('kyc.how_to', 'five', []),
    ]),
  ).toEqual([
    { intent: 'kyc.how_to', locales: [], articleId: 'five', title: 'About five' },
    { intent: 'kyc.rejected', locales: [], articleId: 'four', title: 'About four' },
    { intent: 'kyc.pending', locales: ['zh-CN', 'en', 'ja', 'ru'], articleId: 'two', title: 'About two' },
  ]);
});
