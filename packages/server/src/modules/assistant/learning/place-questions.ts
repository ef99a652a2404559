import { type Direction, directionOf, likeness, noDirection, rarityIn, turnTowards } from './alike.ts';
import type { Features } from './features.ts';

/** A question to be placed, or placed already. */
export interface Placeable {
  readonly id: string;
  readonly features: Features;
  /** Null: of no cluster yet. */
  readonly clusterId: string | null;
}

/** From here on a question belongs to a cluster. Chosen on utterances that the classifier had not seen: `npm run eval -- learning`. */
const alike = 0.45;

/**
 * Puts each question that has no cluster to the one it is most like, or begins one by it. Those that have one stay there, so that clusters keep
 * who they are. The same questions in the same order give the same. Answers the cluster of each question that it placed, by its id. Pure.
 */
export function placeQuestions(questions: readonly Placeable[], newId: () => string): Map<string, string> {
  const rarity = rarityIn(questions.map((it) => it.features));
  const clusters = new Map<string, Direction>();
  const join = (clusterId: string, direction: Direction) => {
    const cluster = clusters.get(clusterId) ?? noDirection();
    turnTowards(cluster, direction);
    clusters.set(clusterId, cluster);
  };
  for (const { clusterId, features } of questions)
    if (clusterId !== null) join(clusterId, directionOf(features, rarity));
  const placed = new Map<string, string>();
  for (const { id, clusterId, features } of questions) {
    if (clusterId !== null) continue;
    const direction = directionOf(features, rarity);
    let best: { id: string; likeness: number } | undefined;
    for (const [candidate, of] of clusters) {
      const much = likeness(direction, of);
      if (much >= alike && much > (best?.likeness ?? 0)) best = { id: candidate, likeness: much };
    }
    const chosen = best?.id ?? newId();
    join(chosen, direction);
    placed.set(id, chosen);
  }
  return placed;
}
