import { expect, test } from 'vitest';
import { hueOf, tidyLanguages } from './agent-rules.ts';

test('languages lose their regions and are named once, with the best level', () => {
  expect(
    tidyLanguages([
      { language: 'zh-TW', level: 1 },
      { language: 'zh_CN', level: 3 },
      { language: 'EN', level: 2 },
      { language: 'en', level: 1 },
    ]),
  ).toEqual([
    { language: 'zh', level: 3 },
    { language: 'en', level: 2 },
  ]);
});

test('a hue stays with its id', () => {
  const hues = ['a', 'b', '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c01'].map(hueOf);
  expect(hues).toEqual(['a', 'b', '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c01'].map(hueOf));
  expect(new Set(hues).size).toBe(3);
  for (const hue of hues) expect(hue >= 0 && hue < 360).toBe(true);
});
