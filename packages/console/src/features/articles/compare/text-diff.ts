import { type Change, diffSequence, type Step } from './sequence-diff.ts';

/** A stretch of a line; `changed` where it is not in the line's counterpart. */
interface Part {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of either text, or of both. */
export interface DiffLine {
  readonly change: Change;
  readonly parts: readonly Part[];
}

/** Words, single characters of scripts without spaces, and what stands between. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** Lines less alike than this have nothing to do with each other: marking the words they happen to share would mislead. */
const leastAlike = 0.3;

/**
 * What changed between two texts, line by line. A line that was rewritten stands as removed and as added, with the words that changed
 * marked in both.
 */
export function diffText(before: string, after: string): DiffLine[] {
  const lines = (text: string) => (text === '' ? [] : text.split('\n'));
  const found: DiffLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    const pairs = removed.map((line, index) => diffWords(line, added[index]));
    found.push(...pairs.map(([old]): DiffLine => ({ change: 'removed', parts: old })));
    found.push(
      ...added.map(
        (line, index): DiffLine => ({ change: 'added', parts: pairs[index]?.[1] ?? [whole(line)] }),
      ),
    );
    removed = [];
    added = [];
  };
  for (const { change, item } of diffSequence(lines(before), lines(after))) {
    if (change === 'removed') {
      // What was added before belongs to what was removed before it.
      if (added.length > 0) flush();
      removed.push(item);
    } else if (change === 'added') added.push(item);
    else {
      flush();
      found.push({ change, parts: [{ text: item, changed: false }] });
    }
  }
  flush();
  return found;
}

const whole = (text: string): Part => ({ text, changed: true });

function diffWords(before: string, after: string | undefined): [Part[], Part[]] {
  if (after === undefined) return [[whole(before)], []];
  const steps = diffSequence(before.match(token) ?? [], after.match(token) ?? []);
  const kept = steps.reduce((sum, { change, item }) => sum + (change === 'same' ? item.trim().length : 0), 0);
  if (kept < leastAlike * Math.max(before.length, after.length)) return [[whole(before)], [whole(after)]];
  return [partsOf(steps, 'removed'), partsOf(steps, 'added')];
}

function partsOf(steps: readonly Step<string>[], side: Change): Part[] {
  const parts: Part[] = [];
  for (const { change, item } of steps) {
    if (change !== 'same' && change !== side) continue;
    const changed = change === side;
    const last = parts.at(-1);
    if (last?.changed === changed) parts[parts.length - 1] = { text: last.text + item, changed };
    else parts.push({ text: item, changed });
  }
  return parts;
}

/** Whether the two texts differ. */
export const isChanged = (lines: readonly DiffLine[]): boolean =>
  lines.some(({ change }) => change !== 'same');
