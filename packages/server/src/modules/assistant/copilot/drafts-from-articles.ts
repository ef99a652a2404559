import type { Locale, MessageSource } from '@fairlead/contract';
import { articleAddress, type PublishedArticle } from '../../helpcenter/index.ts';
import { passageAnswer } from '../answer/passage-answer.ts';
import { findArticles } from '../retrieve/find-articles.ts';
import { type Passage, passageKey } from '../retrieve/passage.ts';
import type { RankedArticle } from '../retrieve/rank-articles.ts';
import type { Knowledge } from '../think.ts';
import type { Draft, DraftRequest } from './draft.ts';

/** Drafts that are offered one after the other. */
const most = 4;
/** Below this an article has to do with it by chance; and below this share of the best one's score it is beside the point. */
const fits = 0.3;
const besideBest = 0.6;
/** Passages of one article: the next one is rather another article's. */
const ofEach = 2;

/** Replies taken from articles that the customer may read, word for word, the best first. What they were given before is not said again. */
export function draftsFromArticles(
  knowledge: Pick<Knowledge, 'library' | 'finder' | 'help'> & { publicUrl: string },
  { heard, given, verified, reader, words }: DraftRequest,
): Draft[] {
  const { library, finder, help, publicUrl } = knowledge;
  const { locale } = heard;
  const readable = (it: PublishedArticle) =>
    it.visibility === 'public' || (it.visibility === 'signed_in' && verified);
  const found = findArticles(knowledge, heard, readable);
  const enough = Math.max(fits, (found[0]?.score ?? 0) * besideBest);
  return found
    .filter((it) => it.score >= enough)
    .flatMap((it) => freshOf(it, given))
    .slice(0, most)
    .flatMap((passage) => {
      const article = library.byId(passage.articleId);
      return article ? [draftOf(article, passage)] : [];
    });

  function draftOf(article: PublishedArticle, passage: Passage): Draft {
    const { text, source } = answerIn(article, passage, locale);
    const translated = finder.of(article, reader);
    const same = translated[finder.of(article, passage.locale).indexOf(passage)];
    // Sections are told apart by their place: where the languages have not the same ones, nobody knows which is which.
    const aligned = translated.length === finder.of(article, passage.locale).length;
    const readable = same && aligned && same.locale === reader && reader !== passage.locale;
    return {
      of: 'article',
      what: passageKey(passage),
      title: source.title,
      locale: passage.locale,
      text: `${text}\n\n${source.title} ${publicUrl}${source.url}`,
      reading: readable ? { locale: reader, text: answerIn(article, same, reader).text } : null,
      sources: [source],
    };
  }

  function answerIn(
    article: PublishedArticle,
    passage: Passage,
    locale: Locale,
  ): { text: string; source: MessageSource } {
    const line = help.line(article, locale);
    return passageAnswer(passage, finder.of(article, locale), {
      locale,
      words,
      hedged: false,
      title: line.title,
      url: articleAddress(locale, line.category, line.slug),
      fact: (name) => help.fact(name, passage.locale),
      about: Object.values(heard.slots).filter((it) => it !== undefined),
    });
  }
}

const freshOf = ({ passages }: RankedArticle, given: ReadonlySet<string>): Passage[] =>
  passages.filter((it) => !given.has(passageKey(it))).slice(0, ofEach);
