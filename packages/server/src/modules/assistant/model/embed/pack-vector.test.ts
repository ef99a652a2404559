import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packVector, unpackVector } from './pack-vector.ts';

test('what is kept points where it pointed, and is of length 1', () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 300 });
  fc.assert(
    fc.property(numbers, (of) => {
      const length = Math.hypot(...of);
      fc.pre(length > 0.01);
      const vector = Float32Array.from(of, (it) => it / length);
      const kept = unpackVector(packVector(vector));
      expect(kept).toHaveLength(vector.length);
      expect(Math.hypot(...kept)).toBeCloseTo(1, 4);
      const cosine = kept.reduce((sum, it, at) => sum + it * (vector[at] ?? 0), 0);
      expect(cosine).toBeGreaterThan(0.999);
    }),
  );
});
