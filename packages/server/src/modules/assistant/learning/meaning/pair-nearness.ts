import { directionIn, dot, type MeaningScale, scaleOf } from './meaning-scale.ts';

/** An article, and where a model put its texts, by language. */
export interface PlacedArticle {
  readonly id: string;
  readonly directions: ReadonlyMap<string, Float32Array>;
}

/** Texts by which a model is measured at most; and translated articles that it takes at least. */
const [mostTexts, fewest] = [240, 12];

/**
 * How the directions of articles are read: two languages of one article are about one matter, two articles are not. Null where too few are translated.
 * Pure.
 */
export function articleScale(articles: readonly PlacedArticle[]): MeaningScale | null {
  const translated = articles.filter((it) => it.directions.size > 1);
  if (translated.length < fewest) return null;
  const texts = translated.reduce((sum, it) => sum + it.directions.size, 0);
  const every = Math.ceil(texts / mostTexts);
  return scaleOf(
    translated
      .filter((_, at) => at % every === 0)
      .flatMap(({ id, directions }) =>
        [...directions].map(([language, vector]) => ({ label: id, language, vector })),
      ),
  );
}

/** An article ready to be compared: its directions turned, so that what their languages have in common tells nothing, and summed up. */
export interface ComparedArticle extends PlacedArticle {
  readonly sum: Float32Array;
}

/** Gets an article ready. Pure. */
export function comparedArticle(scale: MeaningScale, { id, directions }: PlacedArticle): ComparedArticle {
  const turned = new Map(
    [...directions].map(([language, it]) => [language, directionIn(scale, it, language)]),
  );
  const sum = new Float32Array(scale.dimensions);
  for (const it of turned.values())
    for (let at = 0; at < sum.length; at += 1) (sum[at] as number) += it[at] ?? 0;
  return { id, directions: turned, sum };
}

/**
 * How near two articles are: the mean over their texts in different languages, as the scale was measured; of texts in one language where there are no
 * others. Pure.
 */
export function pairNearness(scale: MeaningScale, one: ComparedArticle, other: ComparedArticle): number {
  let [within, shared] = [0, 0];
  for (const [language, mine] of one.directions) {
    const theirs = other.directions.get(language);
    if (!theirs) continue;
    within += dot(mine, theirs);
    shared += 1;
  }
  const across = one.directions.size * other.directions.size - shared;
  // The product of the sums is that of all pairs together.
  const cosine = across > 0 ? (dot(one.sum, other.sum) - within) / across : within / (shared || 1);
  return scale.slope * cosine + scale.offset;
}
