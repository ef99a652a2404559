import { hasChecksum } from '@fairlead/chains';
import { type Entity, recogniseIds } from '@fairlead/understanding';

/** Ways to put readings of rows together that are looked at. */
const mostWays = 200;
/** Characters that are read as one another; of each group one may stand for the others. */
const alike = ['il1jI', '0OoD', '8B', '6bG', '5Ss', '2Zz', 'gq9', 'Cc', 'Kk', 'Pp', 'Uu', 'Vvy', 'Ww', 'Xx'];

/** An id as it was read in a picture. */
export interface PickedId {
  readonly entity: Entity;
  /** It may have been misread: no checksum proves it, and its readings differ. */
  readonly misread: boolean;
}

/**
 * The address or transaction id that rows of a picture show, each as it was read several times; null for none. What a checksum proves goes
 * first (if one character is read as what it looks like, too), then what was read alike each time, then the longest.
 */
export function pickId(rows: ReadonlyArray<readonly string[]>): PickedId | null {
  let doubtful: PickedId | null = null;
  let likely: PickedId | null = null;
  let mistyped: string | null = null;
  for (let length = rows.length; length > 0; length--) {
    const used = rows.slice(0, length);
    const agreed = used.every(readAlike);
    for (const text of waysOf(used)) {
      const entity = meaningOf(text);
      if (!entity) continue;
      if (hasChecksum(text)) return { entity, misread: false };
      if (entity.mistyped) mistyped ??= text;
      else if (agreed) likely ??= { entity, misread: false };
      doubtful ??= { entity: { ...entity, value: null }, misread: true };
    }
  }
  const mended = mistyped && mend(mistyped);
  if (mended) return { entity: mended, misread: false };
  return likely ?? doubtful;
}

/** Twice the same, and what was read with the rest of the picture is not another id as good. */
function readAlike(readings: readonly string[]): boolean {
  const [first = '', second] = readings;
  if (first !== second) return false;
  const hexadecimal = /^(?:0x)?[0-9a-f]+$/i;
  const before = (readings.at(-1) ?? '').replace(/[lI|]/g, '1').replace(/[oO]/g, '0');
  if (!hexadecimal.test(first) || !hexadecimal.test(before)) return true;
  return before.length !== first.length || before.toLowerCase() === first.toLowerCase();
}

const meaningOf = (text: string): Entity | null => recogniseIds(text).find((it) => it.text === text) ?? null;

/** The rows put together in every way that was read, the likelier first. */
function waysOf(rows: ReadonlyArray<readonly string[]>): string[] {
  let ways = [''];
  for (const readings of rows)
    ways = ways.flatMap((way) => [...new Set(readings)].map((it) => way + it)).slice(0, mostWays);
  return ways.map(inBech32);
}

/** After the prefix of a SegWit address stands a `1`, and further on none, nor an `i` or an `o`. */
const inBech32 = (text: string): string =>
  text.replace(/^(bc|ltc)[1lI](.*)$/, (_, prefix: string, rest: string) => {
    return `${prefix}1${rest.replace(/[1iI|]/g, 'l').replace(/[oO]/g, '0')}`;
  });

/** The address with one character read as another that looks like it, if a checksum proves exactly one such. */
function mend(text: string): Entity | null {
  const proven = new Set<string>();
  for (const [at, letter] of [...text].entries())
    for (const other of alike.filter((it) => it.includes(letter)).join(''))
      if (other !== letter) {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        if (hasChecksum(changed)) proven.add(changed);
      }
  const [only] = proven;
  return only !== undefined && proven.size === 1 ? meaningOf(only) : null;
}
