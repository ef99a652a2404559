import type { Fragment } from './search-types.ts';

/** A text from one place to another in fragments, by the places that matched; these come in order of where they begin and may overlap. */
export function makeFragments(
  text: string,
  from: number,
  to: number,
  hits: readonly { start: number; end: number }[],
): Fragment[] {
  const fragments: Fragment[] = [];
  const take = (start: number, end: number, hit: boolean) => {
    if (start >= end) return;
    const previous = fragments.at(-1);
    if (previous?.hit === hit) previous.text += text.slice(start, end);
    else fragments.push({ text: text.slice(start, end), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    const [begin, stop] = [Math.max(start, at), Math.min(end, to)];
    if (begin >= stop) continue;
    take(at, begin, false);
    take(begin, stop, true);
    at = stop;
  }
  take(at, to, false);
  return fragments;
}
