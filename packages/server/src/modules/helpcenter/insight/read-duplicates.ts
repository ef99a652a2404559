import type { Locale, NearArticles } from '@fairlead/contract';
import type { Library } from '../reading/library.ts';
import { nearTexts } from './near-texts.ts';

const mostLines = 200;

/** Reads which published texts say nearly the same, in a language or in all; compared anew once the library has changed. */
export function createDuplicateReader(library: Library): (locale?: Locale) => Promise<NearArticles[]> {
  let held: { state: number; pairs: NearArticles[] } | undefined;
  return async (locale) => {
    await library.ready();
    const state = library.state();
    if (held?.state !== state) held = { state, pairs: compare(library) };
    return held.pairs.filter((it) => locale === undefined || it.one.locale === locale).slice(0, mostLines);
  };
}

function compare(library: Library): NearArticles[] {
  const texts = library
    .articles()
    .flatMap(({ id, slug, texts }) =>
      [...texts.values()].map(({ locale, title, body }) => ({ articleId: id, slug, locale, title, body })),
    );
  const lineOf = new Map(texts.map(({ body: _body, ...it }) => [`${it.articleId} ${it.locale}`, it]));
  return nearTexts(texts).flatMap(({ one, other, bodies, titles }) => {
    const [first, second] = [one, other].map((it) => lineOf.get(`${it.articleId} ${it.locale}`));
    return first && second ? [{ one: first, other: second, bodies, titles }] : [];
  });
}
