import { consoleLocales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { catalogue as en } from './catalogue-en.ts';
import { loadLanguage } from './i18n.tsx';

test.each(consoleLocales)('%s has a text of its own for every key', async (locale) => {
  const { texts } = await loadLanguage(locale);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
  const same = Object.entries(texts).filter(([key, text]) => text === en[key as keyof typeof en]);
  expect(same.length / Object.keys(en).length < 0.1).toBe(locale !== 'en');
});
