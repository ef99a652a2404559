import type { Locale } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf } from './features.ts';
import { type Placeable, placeQuestions } from './place-questions.ts';

const numbered = () => {
  let last = 0;
  return () => {
    last += 1;
    return `c${last}`;
  };
};
const question = (text: string, locale: Locale, clusterId: string | null = null): Placeable => ({
  id: text,
  features: featuresOf(text, locale),
  clusterId,
});
const place = (...said: Array<readonly [Locale, string]>) => [
  ...placeQuestions(
    said.map(([locale, text]) => question(text, locale)),
    numbered(),
  ).values(),
];

describe('one matter in several languages is one cluster', () => {
  test.each<[string, ...Array<readonly [Locale, string]>]>([
    [
      'fees',
      ['ja', '出金手数料はいくらですか'],
      ['vi', 'phí rút USDT là bao nhiêu'],
      ['en', 'how much is the withdrawal fee'],
      ['zh-CN', '提币手续费是多少'],
    ],
    [
      'a memo that was left out',
      ['ja', 'メモを入れ忘れてXRPを送金してしまった'],
      ['vi', 'tôi quên nhập memo khi nạp XRP'],
      ['en', 'I forgot the memo when depositing XRP'],
      ['zh-CN', '充值忘记填memo了怎么办'],
    ],
    [
      'what nobody has an intent for, by the things it speaks of',
      ['en', 'Do you support passkeys on a hardware wallet for staking rewards?'],
      ['en', 'staking rewards with passkeys from a hardware wallet, supported?'],
    ],
  ])('%s', (_matter, ...said) => {
    expect(new Set(place(...said)).size).toBe(1);
  });
});

describe('different matters are different clusters', () => {
  test.each<[string, readonly [Locale, string], readonly [Locale, string]]>([
    ['within a language', ['en', 'how much is the withdrawal fee'], ['en', 'my deposit has not arrived']],
    ['across languages', ['ja', '出金手数料はいくらですか'], ['vi', 'tôi quên nhập memo khi nạp XRP']],
    [
      'of which one is about nothing',
      ['en', 'how do I create an API key'],
      ['en', 'what will the weather be in Paris'],
    ],
  ])('%s', (_what, one, other) => {
    expect(new Set(place(one, other)).size).toBe(2);
  });
});

test('a cluster keeps who it is when it grows, whatever comes first', () => {
  const kept = [
    question('how much is the withdrawal fee', 'en', 'fees'),
    question('my deposit has not arrived', 'en', 'deposits'),
  ];
  const fresh = [question('提币手续费是多少', 'zh-CN'), question('着金しない、入金が届かない', 'ja')];
  const expected = new Map([
    ['提币手续费是多少', 'fees'],
    ['着金しない、入金が届かない', 'deposits'],
  ]);
  expect(placeQuestions([...kept, ...fresh], numbered())).toEqual(expected);
  expect(placeQuestions([...fresh, ...kept], numbered())).toEqual(expected);
});

test('whatever is asked gets a cluster, once, and the same the next time', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }),
      (texts) => {
        const asked = texts.map((it) => question(it, 'en'));
        const placed = placeQuestions(asked, numbered());
        expect([...placed.keys()]).toEqual(texts);
        expect(placeQuestions(asked, numbered())).toEqual(placed);
      },
    ),
    { numRuns: 20 },
  );
});
