import { setImmediate } from 'node:timers/promises';
import { languageOf } from '@fairlead/contract';
import type { NearMeanings } from '../../../helpcenter/index.ts';
import { unpackVector } from '../../model/embed/pack-vector.ts';
import { readArticleDirections } from './direction-store.ts';
import { knownScale } from './known-scale.ts';
import type { MeaningScale } from './meaning-scale.ts';
import { articleScale, comparedArticle, type PlacedArticle, pairNearness } from './pair-nearness.ts';

type Texts = Parameters<NearMeanings>[1];

/** Articles whose directions are compared at most. */
const most = 1000;
/** From this nearness on two articles are about one matter. */
const sameMatter = 1;

/**
 * Tells which articles mean nearly the same by what an embeddings model has said of their texts. How near that is the articles themselves tell, where they are
 * translated; a model that does not tell them apart counts nothing. Compared anew once texts or directions have changed.
 */
export function createNearArticles(): NearMeanings {
  let held: { of: string; pairs: Awaited<ReturnType<NearMeanings>> } | undefined;
  return async (reader, texts) => {
    const known = await knownScale(reader);
    if (!known) return [];
    const directions = await readArticleDirections(reader, known.name);
    const of = [known.name, ...texts.map((it) => it.revisionId).filter((it) => directions.has(it))].join(' ');
    if (held?.of !== of) {
      const articles = place(texts, directions).slice(0, most);
      const scale = articleScale(articles) ?? known.scale;
      held = { of, pairs: scale.counts > 0 ? await pairsOf(articles, scale) : [] };
    }
    return held.pairs;
  };
}

function place(texts: Texts, directions: Awaited<ReturnType<typeof readArticleDirections>>): PlacedArticle[] {
  const placed = new Map<string, Map<string, Float32Array>>();
  for (const { articleId, locale, revisionId } of texts) {
    const direction = directions.get(revisionId);
    if (!direction) continue;
    const own = placed.get(articleId) ?? new Map<string, Float32Array>();
    // Of two scripts of one language one is enough.
    own.set(languageOf(locale), unpackVector(direction));
    placed.set(articleId, own);
  }
  return [...placed].map(([id, own]) => ({ id, directions: own }));
}

async function pairsOf(
  articles: readonly PlacedArticle[],
  scale: MeaningScale,
): Promise<Array<[string, string]>> {
  const all = articles.map((it) => comparedArticle(scale, it));
  const pairs: Array<[string, string]> = [];
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1))
      if (scale.counts * pairNearness(scale, one, other) >= sameMatter) pairs.push([one.id, other.id]);
    // Others are served meanwhile.
    await setImmediate();
  }
  return pairs;
}
