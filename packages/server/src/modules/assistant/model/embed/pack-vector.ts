const most = 127;

/** A direction as it is kept: a byte a dimension, which turns it by less than a degree. Pure. */
export function packVector(vector: Float32Array): Buffer {
  const largest = vector.reduce((sofar, it) => Math.max(sofar, Math.abs(it)), 0) || 1;
  return Buffer.from(Int8Array.from(vector, (it) => Math.round((it / largest) * most)).buffer);
}

/** The direction that was kept, of length 1. Pure. */
export function unpackVector(packed: Uint8Array): Float32Array {
  const steps = new Int8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = Math.sqrt(steps.reduce((sum, it) => sum + it * it, 0)) || 1;
  return Float32Array.from(steps, (it) => it / length);
}
