/** A name that was found, and where. */
export interface FoundName<Meaning> {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

interface Node<Meaning> {
  readonly next: Map<number, Node<Meaning>>;
  meaning?: Meaning;
}

const [sign, spaced, joined] = [1, 2, 3];
/** By UTF-16 unit, 0 where nobody has asked yet. */
const classes = new Uint8Array(65_536);

/** Whether a unit is of a word that ends at a space, of a script that writes words together, or of neither. */
function classOf(unit: number): number {
  const known = classes[unit];
  if (known) return known;
  const character = String.fromCharCode(unit);
  const found =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u.test(
      character,
    )
      ? joined
      : /[\p{L}\p{M}\p{N}_]/u.test(character)
        ? spaced
        : sign;
  classes[unit] = found;
  return found;
}

/** Prepares names, in small letters: each is found as whole words, or anywhere in writing without spaces; of several at one place, the longest. */
export function nameFinder<Meaning>(names: Iterable<readonly [string, Meaning]>) {
  const root: Node<Meaning> = { next: new Map() };
  for (const [name, meaning] of names) {
    let node = root;
    for (let at = 0; at < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const next: Node<Meaning> = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.meaning = meaning;
  }
  /** `small` as `smallLetters` makes it. Takes a time that grows with its length only. */
  return (small: string): Array<FoundName<Meaning>> => {
    const found: Array<FoundName<Meaning>> = [];
    for (let start = 0; start < small.length; start += 1) {
      let node = root.next.get(small.charCodeAt(start));
      if (!node || (start > 0 && isWithin(small, start))) continue;
      let longest: FoundName<Meaning> | undefined;
      for (let end = start + 1; node; end += 1) {
        if (node.meaning !== undefined && (end === small.length || !isWithin(small, end)))
          longest = { meaning: node.meaning, start, end };
        node = end < small.length ? node.next.get(small.charCodeAt(end)) : undefined;
      }
      if (longest) {
        found.push(longest);
        start = longest.end - 1;
      }
    }
    return found;
  };
}

/** No word begins or ends there: both sides are of one that is parted from others by spaces. */
const isWithin = (text: string, at: number) =>
  classOf(text.charCodeAt(at - 1)) === spaced && classOf(text.charCodeAt(at)) === spaced;

/** A text in small letters, as long as before. */
export const smallLetters = (text: string): string =>
  text.replace(/\p{Lu}/gu, (it) => {
    const small = it.toLowerCase();
    return small.length === it.length ? small : it;
  });
