import { lookSide, type PictureLook } from './picture-look.ts';

/** Cells that are left out at the top, the right, the bottom and the left. */
type Frame = readonly [number, number, number, number];

const edges = [0, 6, 12];
/** What people cut off: bars at the top and at the bottom, and a little all around. */
const frames: readonly Frame[] = [
  ...edges.flatMap((top) => edges.map((bottom): Frame => [top, 0, bottom, 0])),
  [5, 5, 5, 5],
  [10, 10, 10, 10],
];
const side = 32;
const waves = Array.from({ length: 9 }, (_, frequency) =>
  Array.from({ length: side }, (__, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * side))),
);

/**
 * Numbers by which copies of a picture are looked for: a copy, scaled, compressed anew or cut by up to some six per cent of its
 * height, shares some; so may another picture. Each says which quarter of the 64 lowest frequencies (a pHash), of which cut, it is.
 */
export function keysOf(look: PictureLook): number[] {
  const sums = sumsOf(look);
  const keys = new Set<number>();
  for (const frame of frames) {
    for (const [band, bits] of bandsOf(shrunk(sums, frame)).entries()) keys.add(band * 0x1_0000 + bits);
  }
  return [...keys];
}

/** Sums of all cells above and to the left. */
function sumsOf(look: PictureLook): Float64Array {
  const wide = lookSide + 1;
  const sums = new Float64Array(wide * wide);
  for (let y = 0; y < lookSide; y++) {
    let row = 0;
    for (let x = 0; x < lookSide; x++) {
      row += look[y * lookSide + x] ?? 0;
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** What is within the frame, on 32 by 32 cells. */
function shrunk(sums: Float64Array, [top, right, bottom, left]: Frame): Float64Array {
  const upTo = (y: number, x: number) => {
    const [y0, x0] = [Math.min(lookSide - 1, Math.floor(y)), Math.min(lookSide - 1, Math.floor(x))];
    const [dy, dx] = [y - y0, x - x0];
    const at = y0 * (lookSide + 1) + x0;
    const [a, b] = [sums[at] ?? 0, sums[at + 1] ?? 0];
    const [c, d] = [sums[at + lookSide + 1] ?? 0, sums[at + lookSide + 2] ?? 0];
    return (a * (1 - dx) + b * dx) * (1 - dy) + (c * (1 - dx) + d * dx) * dy;
  };
  const [high, wide] = [(lookSide - top - bottom) / side, (lookSide - left - right) / side];
  const cells = new Float64Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [y0, x0] = [top + y * high, left + x * wide];
      const [y1, x1] = [y0 + high, x0 + wide];
      cells[y * side + x] = upTo(y1, x1) - upTo(y0, x1) - upTo(y1, x0) + upTo(y0, x0);
    }
  }
  return cells;
}

/** The 8 by 8 lowest frequencies of the cosine transform, without mere brightness, each against their median: four numbers of sixteen bits. */
function bandsOf(cells: Float64Array): number[] {
  const found: number[] = [];
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let y = 0; y < side; y++) {
        const down = waves[v]?.[y] ?? 0;
        for (let x = 0; x < side; x++) sum += (cells[y * side + x] ?? 0) * (waves[u]?.[x] ?? 0) * down;
      }
      found.push(u + v === 0 ? 0 : sum);
    }
  }
  const median = found.toSorted((a, b) => a - b)[32] ?? 0;
  return [0, 1, 2, 3].map((band) =>
    found.slice(band * 16, band * 16 + 16).reduce((bits, it) => bits * 2 + (it > median ? 1 : 0), 0),
  );
}
