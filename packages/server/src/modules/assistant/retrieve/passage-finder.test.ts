import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { glossary } from '../../helpcenter/index.ts';
import { countedArticle, libraryOf, wordsThatChange } from '../../helpcenter/reading/library.testing.ts';
import { createPassageFinder } from './passage-finder.ts';

const find = (finder: ReturnType<typeof createPassageFinder>, text: string, locale: Locale) =>
  finder
    .find({ text, locale, readable: () => true, limit: 5 })
    .map(({ passage }) => `${passage.locale} ${passage.articleId} ${passage.at}`);

test('a language is read when somebody first asks in it, and a text not again until it says something else', () => {
  const library = libraryOf();
  const words = wordsThatChange(glossary);
  const finder = createPassageFinder(library, words);
  const article = countedArticle('a', {
    en: 'It digs.\n\n## Burrow\n\nA wombat has one.',
    ko: '굴을 판다.\n\n## 굴\n\n웜뱃의 굴은 깊다.',
  });
  library.put(article);
  expect(article.parsed).toEqual([]);
  expect(find(finder, 'wombat', 'fr')).toEqual(['en a 1']);
  expect(article.parsed).toEqual(['en']);
  words.change();
  expect(find(finder, '웜뱃', 'ko')).toEqual(['ko a 1']);
  expect(finder.of(article, 'ko').map((it) => it.heading)).toEqual([null, '굴']);
  library.put({ ...article, tags: ['marsupial'] });
  expect(find(finder, 'marsupial', 'en')).toHaveLength(2);
  expect(article.parsed).toEqual(['en', 'ko']);
  const rewritten = countedArticle('a', { en: 'It digs.' });
  library.put(rewritten);
  expect([find(finder, 'wombat', 'en'), find(finder, '웜뱃', 'ko'), find(finder, 'digs', 'ko')]).toEqual([
    [],
    [],
    ['en a 0'],
  ]);
  expect(rewritten.parsed).toEqual(['en']);
});
