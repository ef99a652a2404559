import { spaceOf } from './feature-space.ts';
import type { Model } from './model.ts';
import { packArrays, unpackArrays } from './packed-arrays.ts';

/** Says what kind of file it is, and which form: a file of another form is not read. */
const mark = 'fairlead-model-1\n';

interface Head {
  readonly labels: readonly string[];
  readonly sharpness: number;
  readonly features: number;
  readonly weights: number;
}

/** A model as bytes. */
export function writeModel({ labels, space, starts, labelOf, steps, scales, sharpness }: Model): Uint8Array {
  const head: Head = { labels, sharpness, features: space.hashes.length, weights: steps.length };
  return packArrays(mark, head, [space.hashes, space.rarity, starts, scales, labelOf, steps]);
}

/** Reads what `writeModel` wrote. Throws on anything else. */
export function readModel(file: Uint8Array): Model {
  const { head, take } = unpackArrays<Head>(mark, file);
  const { labels, sharpness, features, weights } = head;
  return {
    labels,
    sharpness,
    space: spaceOf(new Uint32Array(take(features * 4)), new Float32Array(take(features * 4))),
    starts: new Uint32Array(take((features + 2) * 4)),
    scales: new Float32Array(take(labels.length * 4)),
    labelOf: new Uint8Array(take(weights)),
    steps: new Int8Array(take(weights)),
  };
}
