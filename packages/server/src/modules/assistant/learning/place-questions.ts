import { unpackVector } from '../model/embed/pack-vector.ts';
import { addDirection, type Direction, directionOf, type Rarity, rarityIn } from './alike.ts';
import type { Features } from './features.ts';
import { joinGroups } from './join-groups.ts';
import type { MeaningScale } from './meaning/meaning-scale.ts';
import { directionIn } from './meaning/meaning-scale.ts';

/** A question to be placed, or placed already. */
export interface Placeable {
  readonly id: string;
  readonly features: Features;
  /** Null: of no cluster yet. */
  readonly clusterId: string | null;
  /** Where an embeddings model put it, as it is kept. */
  readonly direction?: Uint8Array | null;
}

/** From here on questions belong together. Chosen with what likeness is made of (`alike.ts`). */
const alike = 0.36;

/** How much what an embeddings model says counts at most beside the rest, which counts one. */
const mostWeight = 3;

/**
 * Puts questions that have no cluster together with those that they are most like, in a cluster that there is or a new one. Those that have one stay
 * there, so that clusters keep who they are. Where it is known how the directions of an embeddings model are read (`scale`), they count for whichever
 * have one. The same questions in the same order give the same. Answers the cluster of each question that it placed, by its id. Pure.
 */
export function placeQuestions(
  questions: readonly Placeable[],
  newId: () => string,
  scale: MeaningScale | null = null,
): Map<string, string> {
  const rarity = rarityIn(questions.map((it) => it.features));
  const clusters = new Map<string, Direction>();
  const fresh = questions.filter((it) => it.clusterId === null);
  for (const question of questions) {
    const { clusterId } = question;
    if (clusterId === null) continue;
    const cluster = clusters.get(clusterId) ?? { parts: new Map(), count: 0 };
    addDirection(cluster, directionWith(question, rarity, scale));
    clusters.set(clusterId, cluster);
  }
  const joined = joinGroups(
    [...clusters.values()],
    fresh.map((it) => directionWith(it, rarity, scale)),
    alike,
    scale && { weight: mostWeight * scale.counts, slope: alike * scale.slope, offset: alike * scale.offset },
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

function directionWith(
  { features, direction }: Placeable,
  rarity: Rarity,
  scale: MeaningScale | null,
): Direction {
  const told = directionOf(features, rarity);
  // One that was kept by another model of the same name is of other dimensions.
  if (!scale || direction?.length !== scale.dimensions) return told;
  return {
    ...told,
    meaning: { sum: directionIn(scale, unpackVector(direction), features.language), count: 1 },
  };
}
