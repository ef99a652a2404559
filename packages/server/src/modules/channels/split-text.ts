const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A break is looked for in the last part of a piece only, so that pieces are not needlessly short. */
const lookBack = 0.5;

/**
 * Cuts a text into pieces of at most `maximum` UTF-16 units that, put together, are the text again. It is cut after a paragraph, a
 * line, a sentence or a word where one ends late enough in the piece, and never within what people see as one character, unless
 * that alone is longer. Where a channel counts otherwise, `maximum` says how many units a piece that begins a text may have, at least one.
 */
export function splitText(text: string, maximum: number | ((rest: string) => number)): string[] {
  if (text === '') return [];
  const most = typeof maximum === 'number' ? () => maximum : maximum;
  const pieces: string[] = [];
  let rest = text;
  for (let units = most(rest); rest.length > units; units = most(rest)) {
    const at = cutAt(rest, units);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** What a piece may end with, the better ones first. */
const endings = [/\n\n/g, /\n/g, /[.!?。！？…]\s*/g, /\s/g];

function cutAt(text: string, maximum: number): number {
  return goodEnd(text, maximum, (at) => isBorder(text, at)) ?? lastBorder(text, maximum);
}

/** Where the first `reach` units of a text are best cut: after the best ending that is late enough; undefined where there is none. */
export function goodEnd(text: string, reach: number, isBorder: (at: number) => boolean): number | undefined {
  const window = text.slice(0, reach);
  for (const ending of endings) {
    const ends = [...window.matchAll(ending)].map(({ index, 0: found }) => index + found.length);
    const end = ends.findLast(isBorder) ?? 0;
    if (end > reach * lookBack) return end;
  }
  return undefined;
}

/** Whether nothing that people see as one character spans the position. */
function isBorder(text: string, at: number): boolean {
  return lastBorder(text, at) === at;
}

function lastBorder(text: string, maximum: number): number {
  // A little more than the piece, because whether it ends within a character shows only by what follows.
  const segment = graphemes.segment(text.slice(0, maximum + 64)).containing(maximum);
  const at = segment ? segment.index : maximum;
  if (at > 0) return at;
  const unit = text.charCodeAt(maximum - 1);
  return maximum > 1 && unit >= 0xd800 && unit <= 0xdbff ? maximum - 1 : maximum;
}
