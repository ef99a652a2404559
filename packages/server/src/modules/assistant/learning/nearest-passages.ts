import type { Locale } from '@fairlead/contract';
import type { PublishedArticle } from '../../helpcenter/index.ts';
import { findArticles } from '../retrieve/find-articles.ts';
import type { Passage } from '../retrieve/passage.ts';
import type { Knowledge } from '../think.ts';
import type { QuestionLine } from './question-store.ts';

/** Questions that are asked of the library, and articles that are named. */
const [asked, named] = [5, 4];

/** A passage that may answer, of an article. */
export interface NearPassage {
  readonly article: PublishedArticle;
  readonly title: string;
  readonly passage: Passage;
}

/** The passages that come nearest to questions, the best of each article: what is published, what only agents read included. */
export async function nearestPassages(
  knowledge: Knowledge,
  questions: readonly QuestionLine[],
  locale: Locale,
): Promise<NearPassage[]> {
  const { library, help } = knowledge;
  await library.ready();
  const best = new Map<string, { score: number; passage: Passage }>();
  for (const { text, locale: of, features } of questions.slice(0, asked)) {
    const guesses = features.guesses.map(([label, probability]) => ({ label, probability }));
    for (const { articleId, score, passages } of findArticles(
      knowledge,
      { text, locale: of, guesses },
      () => true,
    )) {
      const [passage] = passages;
      if (passage && score > (best.get(articleId)?.score ?? 0)) best.set(articleId, { score, passage });
    }
  }
  return [...best]
    .toSorted((a, b) => b[1].score - a[1].score)
    .slice(0, named)
    .flatMap(([id, { passage }]) => {
      const article = library.byId(id);
      if (!article) return [];
      const own = knowledge.finder.of(article, locale).find((it) => it.at === passage.at);
      return [{ article, title: help.line(article, locale).title, passage: own ?? passage }];
    });
}
