import { lookSide, type PictureLook } from './picture-look.ts';

/** Where one axis of a look lies on that of another, in cells: its beginning and its end. */
interface Lie {
  readonly from: number;
  readonly to: number;
}
interface Laid {
  readonly x: Lie;
  readonly y: Lie;
}

/** How far a beginning or an end may have been cut: somewhat less than a tenth of the picture. */
const furthest = 18;
/** Below so much correlation once laid roughly, finer laying makes no copy of it. */
const hopeless = 0.85;
const block = 8;
/** Blocks of less variance hold nothing that could differ. */
const empty = 60;
/**
 * How much the block must agree (correlation with equal contrast) below which only three per cent do. Measured on screenshots: copies cut by
 * up to five per cent 0.85 and more, screens of one application with other amounts and ids 0.61 and less.
 */
const alike = 0.75;
const leastShare = 0.03;

/** Whether two pictures are one: also scaled, compressed anew, or cut a little at any edge. Another amount or id on the same screen makes another picture. */
export function looksSame(a: PictureLook, b: PictureLook): boolean {
  // What was cut is laid on the whole more surely than the whole on it, and which of them that is nobody knows.
  return agrees(a, b) || agrees(b, a);
}

function agrees(a: PictureLook, b: PictureLook): boolean {
  const rough = {
    x: lieOf(profileOf(a, 'x'), profileOf(b, 'x')),
    y: lieOf(profileOf(a, 'y'), profileOf(b, 'y')),
  };
  if (agreement(a, b, rough) < hopeless) return false;
  const blocks = blocksOf(a, b, refined(a, b, rough)).sort((p, q) => p - q);
  const least = blocks[Math.floor(blocks.length * leastShare)];
  return least !== undefined && least >= alike;
}

/** Mean brightness of each column (x) or row (y). */
function profileOf(look: PictureLook, axis: 'x' | 'y'): Float64Array {
  const line = new Float64Array(lookSide);
  for (let y = 0; y < lookSide; y++) {
    for (let x = 0; x < lookSide; x++) {
      const at = axis === 'x' ? x : y;
      line[at] = (line[at] ?? 0) + (look[y * lookSide + x] ?? 0) / lookSide;
    }
  }
  return line;
}

/** Cells between the places that are tried first, and how many of the best are looked at around. */
const stride = 2;
const likeliest = 8;

/** Where a profile lies on another, to half a cell; what needs less cutting is preferred. Every second cell is tried, then what lies around the best of those. */
function lieOf(a: Float64Array, b: Float64Array): Lie {
  const tried: Array<{ lie: Lie; found: number }> = [];
  const attempt = (from: number, end: number) => {
    if (Math.abs(from) > furthest || Math.abs(end) > furthest) return;
    const lie = { from, to: lookSide + end };
    tried.push({ lie, found: agreementOfLines(a, b, lie) - (Math.abs(from) + Math.abs(end)) * 1e-4 });
  };
  for (let from = -furthest; from <= furthest; from += stride)
    for (let end = -furthest; end <= furthest; end += stride) attempt(from, end);
  const best = () => tried.sort((p, q) => q.found - p.found);
  for (const { lie } of best().slice(0, likeliest)) {
    for (let from = lie.from - stride / 2; from <= lie.from + stride / 2; from += 0.5)
      for (let to = lie.to - stride / 2; to <= lie.to + stride / 2; to += 0.5) attempt(from, to - lookSide);
  }
  return best()[0]?.lie ?? { from: 0, to: lookSide };
}

function agreementOfLines(a: Float64Array, b: Float64Array, { from, to }: Lie): number {
  const sums = newSums();
  const scale = (to - from) / lookSide;
  for (let i = 0; i < lookSide; i++) {
    const at = from + (i + 0.5) * scale - 0.5;
    if (at < 0 || at > lookSide - 1) continue;
    const low = Math.floor(at);
    const part = at - low;
    add(sums, a[i] ?? 0, (b[low] ?? 0) * (1 - part) + (b[Math.min(low + 1, lookSide - 1)] ?? 0) * part);
  }
  return correlation(sums);
}

const moves: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 1, 0, 0],
  [0, 0, 1, 1],
];
const rounds = 6;

/** Laid better, to an eighth of a cell, by small moves of the edges. */
function refined(a: PictureLook, b: PictureLook, rough: Laid): Laid {
  let best = rough;
  let most = agreement(a, b, best);
  for (const step of [0.5, 0.25, 0.125]) {
    for (let round = 0; round < rounds; round++) {
      const before = most;
      for (const [x0, x1, y0, y1] of moves) {
        for (const way of [step, -step]) {
          const laid = {
            x: { from: best.x.from + x0 * way, to: best.x.to + x1 * way },
            y: { from: best.y.from + y0 * way, to: best.y.to + y1 * way },
          };
          const found = agreement(a, b, laid);
          if (found > most) [most, best] = [found, laid];
        }
      }
      if (most === before) break;
    }
  }
  return best;
}

/** How much looks agree where they overlap: their correlation, of every second row. */
function agreement(a: PictureLook, b: PictureLook, laid: Laid): number {
  const sums = newSums();
  for (let y = 0; y < lookSide; y += 2) addRow(sums, a, b, laid, y, 0, lookSide);
  return correlation(sums);
}

/** How much each block agrees that holds something in either look. */
function blocksOf(a: PictureLook, b: PictureLook, laid: Laid): number[] {
  const found: number[] = [];
  for (let top = 0; top < lookSide; top += block) {
    for (let left = 0; left < lookSide; left += block) {
      const sums = newSums();
      for (let y = top; y < top + block; y++) addRow(sums, a, b, laid, y, left, left + block);
      if (sums.n < (block * block) / 2) continue;
      const { n, a: sa, b: sb } = sums;
      const [ofA, ofB] = [sums.aa / n - (sa / n) ** 2, sums.bb / n - (sb / n) ** 2];
      if (Math.max(ofA, ofB) < empty) continue;
      const both = sums.ab / n - (sa / n) * (sb / n);
      found.push((2 * both + 20) / (ofA + ofB + 20));
    }
  }
  return found;
}

interface Sums {
  n: number;
  a: number;
  b: number;
  aa: number;
  bb: number;
  ab: number;
}
const newSums = (): Sums => ({ n: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0 });

function add(sums: Sums, a: number, b: number): void {
  sums.n++;
  sums.a += a;
  sums.b += b;
  sums.aa += a * a;
  sums.bb += b * b;
  sums.ab += a * b;
}

/** Adds the cells of a row of the first look, with what lies there of the second. */
function addRow(
  sums: Sums,
  a: PictureLook,
  b: PictureLook,
  { x: lieX, y: lieY }: Laid,
  y: number,
  left: number,
  right: number,
): void {
  const down = lieY.from + ((y + 0.5) * (lieY.to - lieY.from)) / lookSide - 0.5;
  if (down < 0 || down > lookSide - 1) return;
  const scale = (lieX.to - lieX.from) / lookSide;
  const row = Math.floor(down);
  const [above, below] = [row * lookSide, Math.min(row + 1, lookSide - 1) * lookSide];
  const low = down - row;
  for (let x = left; x < right; x++) {
    const along = lieX.from + (x + 0.5) * scale - 0.5;
    if (along < 0 || along > lookSide - 1) continue;
    const column = Math.floor(along);
    const next = Math.min(column + 1, lookSide - 1);
    const part = along - column;
    const high = (b[above + column] ?? 0) * (1 - part) + (b[above + next] ?? 0) * part;
    const deep = (b[below + column] ?? 0) * (1 - part) + (b[below + next] ?? 0) * part;
    add(sums, a[y * lookSide + x] ?? 0, high * (1 - low) + deep * low);
  }
}

function correlation({ n, a, b, aa, bb, ab }: Sums): number {
  const spread = Math.sqrt((n * aa - a * a) * (n * bb - b * b));
  return spread > 0 ? (n * ab - a * b) / spread : -1;
}
