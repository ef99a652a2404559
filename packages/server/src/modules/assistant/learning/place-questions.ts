import { addDirection, type Direction, directionOf, rarityIn } from './alike.ts';
import type { Features } from './features.ts';
import { joinGroups } from './join-groups.ts';

/** A question to be placed, or placed already. */
export interface Placeable {
  readonly id: string;
  readonly features: Features;
  /** Null: of no cluster yet. */
  readonly clusterId: string | null;
}

/** From here on questions belong together. Chosen with what likeness is made of (`alike.ts`). */
const alike = 0.36;

/**
 * Puts questions that have no cluster together with those that they are most like, in a cluster that there is or a new one. Those that have one stay
 * there, so that clusters keep who they are. The same questions in the same order give the same. Answers the cluster of each question that it
 * placed, by its id. Pure.
 */
export function placeQuestions(questions: readonly Placeable[], newId: () => string): Map<string, string> {
  const rarity = rarityIn(questions.map((it) => it.features));
  const clusters = new Map<string, Direction>();
  const fresh = questions.filter((it) => it.clusterId === null);
  for (const { clusterId, features } of questions) {
    if (clusterId === null) continue;
    const cluster = clusters.get(clusterId) ?? { parts: new Map(), count: 0 };
    addDirection(cluster, directionOf(features, rarity));
    clusters.set(clusterId, cluster);
  }
  const joined = joinGroups(
    [...clusters.values()],
    fresh.map((it) => directionOf(it.features, rarity)),
    alike,
  );
  const ids = [...clusters.keys()];
  const placed = new Map<string, string>();
  for (const [at, { id }] of fresh.entries()) {
    const place = joined[at] ?? 0;
    const clusterId = ids[place] ?? newId();
    ids[place] = clusterId;
    placed.set(id, clusterId);
  }
  return placed;
}
