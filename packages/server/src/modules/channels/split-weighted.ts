import { weightedLength, wholesIn } from '@fairlead/contract/weighted-length';
import { goodEnd } from './split-text.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text into pieces of at most `maximum` by X's count (`weightedLength`) that, put together, are the text again. Cut as `splitText`
 * does, and never within an address, unless that alone is longer.
 */
export function splitWeighted(text: string, maximum: number): string[] {
  const pieces: string[] = [];
  const units = unitsOf(text);
  const borders = new Set(units.map(({ end }) => end));
  let from = 0;
  for (let next = 0; next < units.length; ) {
    const start = from;
    const fits = (at: number) => weightedLength(text.slice(start, at)) <= maximum;
    const last = lastFitting(units, next, maximum);
    // What is cut off may count otherwise than within the whole: then a little less is taken.
    let at = units[last]?.end ?? start;
    for (let index = last; index >= next && !fits(at); index--) at = units[index - 1]?.end ?? start;
    if (at > start && at < text.length) {
      const end = goodEnd(text.slice(start), at - start, (it) => borders.has(start + it));
      if (end !== undefined && fits(start + end)) at = start + end;
    }
    if (at <= start) at = lastCharacter(text, start, maximum);
    pieces.push(text.slice(start, at));
    from = at;
    while ((units[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    // Cut within what counts as one: what is left of it counts anew.
    if (next < units.length && at > (units[next]?.start ?? at))
      return [...pieces, ...splitWeighted(text.slice(at), maximum)];
  }
  return pieces;
}

interface Unit {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** What must not be cut, in order: what people see as one character, and what counts as one. */
function unitsOf(text: string): Unit[] {
  const wholes = wholesIn(text);
  let next = 0;
  const units: Unit[] = [];
  for (const { index: start, segment } of graphemes.segment(text)) {
    const end = start + segment.length;
    while ((wholes[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const whole = wholes[next];
    const before = units.at(-1);
    if (before && before.end > start) {
      if (end > before.end) units[units.length - 1] = { ...before, end };
    } else if (whole && whole.start < end) {
      units.push({
        start: Math.min(start, whole.start),
        end: Math.max(end, whole.end),
        weight: whole.weight,
      });
    } else units.push({ start, end, weight: weightedLength(segment) });
  }
  return units;
}

/** The last unit up to which all fit together. */
function lastFitting(units: readonly Unit[], from: number, maximum: number): number {
  let weight = 0;
  for (let index = from; index < units.length; index++) {
    weight += units[index]?.weight ?? 0;
    if (weight > maximum) return index - 1;
  }
  return units.length - 1;
}

/** What people see as one is longer than a piece: then between code points. */
function lastCharacter(text: string, start: number, maximum: number): number {
  let at = start;
  for (const character of text.slice(start, start + 4 * maximum)) {
    if (at > start && weightedLength(text.slice(start, at + character.length)) > maximum) return at;
    at += character.length;
  }
  return at;
}
