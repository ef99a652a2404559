/**
 * Letters that are taken for Latin ones at a glance (the ones that matter of Unicode's confusables, UTS 39), and figures that stand for
 * letters. What is compared has lost its accents before.
 */
const twins: ReadonlyArray<readonly [string, string]> = [
  ['a', 'аαɑⱥ4@'],
  ['b', 'ьɓ8в'],
  ['c', 'сϲᴄ'],
  ['d', 'ԁɗ'],
  ['e', 'еєҽɛ3'],
  ['f', 'ƒ'],
  ['g', 'ɡց9'],
  ['h', 'һհнη'],
  ['i', 'іιıɩl1|ӏӀ!'],
  ['j', 'ј'],
  ['k', 'кκ'],
  ['m', 'м'],
  ['n', 'пոɴ'],
  ['o', 'оοօσ0ѳɵ'],
  ['p', 'рρ'],
  ['q', 'ԛգ'],
  ['r', 'гᴦ'],
  ['s', 'ѕꜱ5$'],
  ['t', 'тτ7'],
  ['u', 'υսцμ'],
  ['v', 'νѵ'],
  ['w', 'ԝшωա'],
  ['x', 'хχ×ҳ'],
  ['y', 'уγүч'],
  ['z', 'ᴢ2'],
];
const plain = new Map(twins.flatMap(([letter, others]) => [...others].map((it) => [it, letter] as const)));

/** What a name looks like: two names of one skeleton cannot be told apart at a glance. */
export function skeleton(name: string): string {
  const bare = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return [...bare]
    .map((it) => plain.get(it) ?? it)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('ci', 'd');
}

/** Whether one name is the other but for a few letters: one of up to four letters, two of longer names. A swap of neighbours counts once. */
export function isNear(name: string, ours: string): boolean {
  if (name === ours || ours.length < 3) return false;
  return distance(name, ours) <= (ours.length <= 4 ? 1 : 2);
}

/** Whether a name holds ours as a word of its own, or, where ours is long enough to be no accident, anywhere. */
export function holdsName(name: string, ours: string): boolean {
  if (ours.length < 3 || name === ours) return false;
  const words = name.split(/[-_.\d]+/);
  return (
    words.includes(ours) ||
    (ours.length >= 5 ? name.includes(ours) : name.startsWith(ours) && name.length > ours.length)
  );
}

/** Optimal string alignment: insertions, deletions, changes, swaps of neighbours. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? 99;
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(at(1, 0) + 1, (row[j - 1] ?? 99) + 1, at(1, 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(2, 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 99;
}

/** Whether one label is of Latin letters and of others that resemble them: no language writes so. */
export const mixesScripts = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) &&
  /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}/u.test(label);
