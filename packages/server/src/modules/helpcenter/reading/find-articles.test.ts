import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { glossary } from '../glossary.ts';
import { createArticleFinder } from './find-articles.ts';
import { countedArticle, libraryOf, wordsThatChange } from './library.testing.ts';

const find = (finder: ReturnType<typeof createArticleFinder>, text: string, locale: Locale) =>
  finder.find({ text, locale, limit: 5 }).hits.map((it) => it.id);

test('a text is parsed when its language is first searched, and not again until it says something else', () => {
  const library = libraryOf();
  const words = wordsThatChange(glossary);
  const finder = createArticleFinder(library, words);
  const article = countedArticle('a', { en: 'A wombat digs.', ko: '웜뱃은 굴을 판다.' });
  library.put(article);
  expect(article.parsed).toEqual([]);
  expect(find(finder, 'wombat', 'en')).toEqual(['a']);
  words.change();
  expect(find(finder, 'digs', 'en')).toEqual(['a']);
  library.put({ ...article, tags: ['marsupial'] });
  expect(find(finder, 'marsupial', 'en')).toEqual(['a']);
  expect(article.parsed).toEqual(['en']);
  const rewritten = countedArticle('a', { en: 'A bilby digs.' });
  library.put(rewritten);
  expect([find(finder, 'wombat', 'en'), find(finder, 'bilby', 'en'), find(finder, '웜뱃', 'ko')]).toEqual([
    [],
    ['a'],
    [],
  ]);
  expect([article.parsed, rewritten.parsed]).toEqual([['en'], ['en']]);
});
