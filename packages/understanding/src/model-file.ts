import type { Model } from './model.ts';

/** Says what kind of file it is, and which form: a file of another form is not read. */
const mark = 'fairlead-model-1\n';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Head {
  readonly labels: readonly string[];
  readonly sharpness: number;
  readonly features: number;
  readonly weights: number;
}

/** A model as bytes, little-endian: the mark, the head's length and the head as JSON, then its arrays, each at a multiple of four. */
export function writeModel({ labels, space, starts, labelOf, steps, scales, sharpness }: Model): Uint8Array {
  const head: Head = { labels, sharpness, features: space.hashes.length, weights: steps.length };
  const headBytes = encoder.encode(JSON.stringify(head));
  const parts = [
    encoder.encode(mark),
    bytesOf(Uint32Array.of(headBytes.length)),
    headBytes,
    bytesOf(space.hashes),
    bytesOf(space.rarity),
    bytesOf(starts),
    bytesOf(scales),
    labelOf,
    bytesOf(steps),
  ];
  const sizes = parts.map((part, at) => (at < 2 ? part.length : padded(part.length)));
  const bytes = new Uint8Array(padded(sizes.reduce((sum, size) => sum + size, 0)));
  let offset = 0;
  for (const [at, part] of parts.entries()) {
    bytes.set(part, offset);
    offset += sizes[at] ?? 0;
  }
  return bytes;
}

/** Reads what `writeModel` wrote. Throws on anything else. */
export function readModel(file: Uint8Array): Model {
  // Of whatever kind it is: a slice of a Buffer would be no copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (decoder.decode(bytes.subarray(0, mark.length)) !== mark)
    throw new Error('these bytes are no model of this form');
  let offset = mark.length;
  const take = (length: number) => {
    if (offset + length > bytes.length) throw new Error('the model ends too early');
    // A copy begins at a multiple of four, whatever the bytes lie in.
    const part = bytes.slice(offset, offset + length);
    offset += padded(length);
    return part.buffer;
  };
  const headLength = new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(0, true);
  offset += 4;
  const { labels, sharpness, features, weights } = JSON.parse(decoder.decode(take(headLength))) as Head;
  return {
    labels,
    sharpness,
    space: {
      hashes: new Uint32Array(take(features * 4)),
      rarity: new Float32Array(take(features * 4)),
    },
    starts: new Uint32Array(take((features + 2) * 4)),
    scales: new Float32Array(take(labels.length * 4)),
    labelOf: new Uint8Array(take(weights)),
    steps: new Int8Array(take(weights)),
  };
}

const padded = (length: number) => Math.ceil(length / 4) * 4;
const bytesOf = (array: Uint32Array | Float32Array | Int8Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
