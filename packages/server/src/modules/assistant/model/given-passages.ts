import type { Locale } from '@fairlead/contract';
import { chatText } from '../answer/chat-text.ts';
import { type Passage, passageKey } from '../retrieve/passage.ts';
import type { RankedArticle } from '../retrieve/rank-articles.ts';
import type { GivenPassage } from './check-sentence.ts';

/** Passages and characters that a model is given to read: more costs time and money, and leads away. */
const most = { passages: 6, ofArticle: 2, characters: 1_600 };

/** A passage of an article, as it was numbered. */
export interface NumberedPassage extends GivenPassage {
  readonly passage: Passage;
}

/**
 * What a model may answer from: the passage that was decided on, the one that goes on from it, and the best of the next articles; none that was given
 * before. Live facts are filled in. Pure.
 */
export function givenPassages(
  decided: Passage,
  articles: readonly RankedArticle[],
  by: {
    readonly next: Passage | undefined;
    readonly given: readonly string[];
    readonly about: readonly string[];
    readonly fact: (name: string, locale: Locale) => string | undefined;
    readonly titleOf: (articleId: string) => string;
    readonly urlOf: (articleId: string) => string;
  },
): NumberedPassage[] {
  const others = articles.flatMap((it) => it.passages.slice(0, most.ofArticle));
  const fresh = [
    decided,
    ...(by.next ? [by.next] : []),
    ...others.filter((it) => !by.given.includes(passageKey(it))),
  ];
  const each = [...new Map(fresh.map((it) => [passageKey(it), it])).values()];
  const readable: Array<{ passage: Passage; text: string }> = [];
  for (const passage of each) {
    if (readable.length === most.passages) break;
    const { text } = chatText(passage.markdown, {
      fact: (name) => by.fact(name, passage.locale),
      about: by.about,
      limit: most.characters,
    });
    if (text === '') continue;
    readable.push({ passage, text: passage.heading === null ? text : `${passage.heading}\n${text}` });
  }
  return readable.map(({ passage, text }, at) => ({
    number: at + 1,
    title: by.titleOf(passage.articleId),
    url: by.urlOf(passage.articleId),
    locale: passage.locale,
    text,
    passage,
  }));
}
