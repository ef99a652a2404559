import { type Locale, unknownPlaceholders } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { demoMacros } from './demo-macros.ts';

const id = '01900000-0000-7000-8000-000000000000';
const macros = demoMacros({ general: id, funds: id, security: id, verification: id });
const languages: Locale[] = ['en', 'zh-CN', 'ja', 'ko', 'ru', 'es', 'vi'];
const placeholdersOf = (text = '') =>
  [...text.matchAll(/\{([a-z_.]+)\}/g)].map(([, name]) => name).toSorted();

test('there are thirteen, each in seven languages', () => {
  expect(macros).toHaveLength(13);
  for (const { texts } of macros) expect(Object.keys(texts)).toEqual(languages);
});

test.each(macros.map((it) => [it.name, it] as const))(
  '%s names the same in every language',
  (_, { texts }) => {
    const wanted = placeholdersOf(texts.en);
    for (const locale of languages) {
      expect(placeholdersOf(texts[locale])).toEqual(wanted);
      expect(unknownPlaceholders(texts[locale] ?? '')).toEqual([]);
    }
  },
);
