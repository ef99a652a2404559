import { expect, test } from 'vitest';
import { readArticleFiles } from '../../../demo/demo-articles.ts';
import { readFolder } from '../../helpcenter/index.ts';
import { chatText } from '../answer/chat-text.ts';
import { passagesOf } from '../retrieve/passage.ts';
import { checkSentence } from './check-sentence.ts';
import { citedSentences } from './cited-sentences.ts';

/** Articles that are looked at: every so manieth. */
const every = 6;
const { articles } = readFolder(readArticleFiles());
const looked = articles.filter((_, at) => at % every === 0);
const locales = [...new Set(articles.flatMap((it) => [...it.texts.keys()]))];

test.each(locales)('%s: who takes over an article word for word is held up by it', (locale) => {
  const verdicts = looked.flatMap(({ texts }) => {
    const text = texts.get(locale);
    if (!text) return [];
    const published = { ...text, locale, revisionId: '', publishedAt: new Date(0) };
    return passagesOf('a', published).flatMap((it) => {
      const said = chatText(it.markdown, { fact: () => '1.5 USDT', about: [], limit: 1600 }).text;
      const passage = { number: 1, title: text.title, url: '/help/a', locale, text: said };
      return citedSentences(said, locale).map((sentence) =>
        checkSentence({ said: sentence.said, cites: [1] }, { locale, question: '', passages: [passage] }),
      );
    });
  });
  expect(verdicts.length).toBeGreaterThan(200);
  const held = verdicts.filter((it) => it === null).length;
  expect(held / verdicts.length).toBeGreaterThan(0.985);
});
