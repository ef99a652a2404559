/** What became of an entry. */
export type Change = 'same' | 'removed' | 'added';

export interface Step<T> {
  readonly change: Change;
  readonly item: T;
}

/** Products of lengths beyond which all counts as changed: four million cells take some tens of milliseconds. */
const mostCells = 4_000_000;

/**
 * The shortest way from one sequence to another, what is removed before what is added in its place. Sequences that are too long and too
 * different for that count as changed from where they first differ to where they last do.
 */
export function diffSequence<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (items: readonly T[]): Step<T>[] => items.map((item) => ({ change: 'same', item }));
  return [
    ...same(before.slice(0, head)),
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function diffMiddle<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  const removed = (item: T): Step<T> => ({ change: 'removed', item });
  const added = (item: T): Step<T> => ({ change: 'added', item });
  if (before.length * after.length > mostCells) return [...before.map(removed), ...after.map(added)];
  // How many entries the rest of both have in common, from each pair of places on.
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old] = before.slice(i, i + 1);
    const [next] = after.slice(j, j + 1);
    if (i < before.length && j < after.length && old === next) {
      steps.push({ change: 'same', item: old as T });
      i++;
      j++;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      steps.push(removed(old as T));
      i++;
    } else {
      steps.push(added(next as T));
      j++;
    }
  }
  return steps;
}
