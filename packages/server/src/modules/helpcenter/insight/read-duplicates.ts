import type { Locale, NearArticles } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { Library } from '../reading/library.ts';
import type { NearMeanings } from './near-meanings.ts';
import { nearTexts } from './near-texts.ts';

const mostLines = 200;

/**
 * Reads which published texts say nearly the same, in a language or in all, compared anew once the library has changed; and after them those whose
 * articles mean nearly the same.
 */
export function createDuplicateReader(
  library: Library,
  nearMeanings: NearMeanings,
): (reader: Reader, locale?: Locale) => Promise<NearArticles[]> {
  let held: { state: number; pairs: NearArticles[] } | undefined;
  return async (reader, locale) => {
    await library.ready();
    const state = library.state();
    if (held?.state !== state) held = { state, pairs: compare(library) };
    const meant = await nearMeanings(reader, textsOf(library));
    return withMeaning(held.pairs, linesOf(library, meant))
      .filter((it) => locale === undefined || it.one.locale === locale)
      .slice(0, mostLines);
  };
}

const textsOf = (library: Library) =>
  library.articles().flatMap(({ id, slug, texts }) =>
    [...texts.values()].map(({ locale, revisionId, title, body }) => ({
      articleId: id,
      slug,
      locale,
      revisionId,
      title,
      body,
    })),
  );

function compare(library: Library): NearArticles[] {
  const texts = textsOf(library);
  const lineOf = new Map(
    texts.map(({ body: _body, revisionId: _revision, ...it }) => [`${it.articleId} ${it.locale}`, it]),
  );
  return nearTexts(texts).flatMap(({ one, other, bodies, titles }) => {
    const [first, second] = [one, other].map((it) => lineOf.get(`${it.articleId} ${it.locale}`));
    return first && second ? [{ one: first, other: second, bodies, titles, meaning: false }] : [];
  });
}

/** A line for each language that both articles of a pair have. */
function linesOf(library: Library, pairs: Awaited<ReturnType<NearMeanings>>): NearArticles[] {
  return pairs.flatMap((pair) => {
    const [one, other] = pair.map((id) => library.byId(id));
    if (!one || !other) return [];
    return [...one.texts.values()].flatMap(({ locale, title }) => {
      const beside = other.texts.get(locale);
      if (!beside) return [];
      return [
        {
          one: { articleId: one.id, slug: one.slug, locale, title },
          other: { articleId: other.id, slug: other.slug, locale, title: beside.title },
          bodies: 0,
          titles: false,
          meaning: true,
        },
      ];
    });
  });
}

/** Those that say the same with what they mean, then those that only mean it. */
function withMeaning(said: readonly NearArticles[], meant: readonly NearArticles[]): NearArticles[] {
  const keyOf = ({ one, other }: NearArticles) =>
    [one.articleId, other.articleId].toSorted().concat(one.locale).join(' ');
  const both = new Set(meant.map(keyOf));
  const known = new Set(said.map(keyOf));
  return [
    ...said.map((it) => ({ ...it, meaning: both.has(keyOf(it)) })),
    ...meant.filter((it) => !known.has(keyOf(it))),
  ];
}
