const han = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Up to two letters that stand for a name: `Nguyen Van An` is NA, `王小明` is 小明 (the given name, as in Chinese chats),
 * no name is a middle dot.
 */
export function initialsOf(name: string | null): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return '·';
  if (han.test(first)) return graphemes(words.join('')).slice(-2).join('');
  const letters = words.length > 1 ? [graphemes(first)[0], graphemes(last)[0]] : graphemes(first).slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

function graphemes(text: string): string[] {
  return [...segments.segment(text)].map((part) => part.segment);
}

/** A colour for somebody who has none of their own: the same id always gives the same hue. */
export function hueOf(id: string): number {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  // The golden angle: ids that differ little get colours that differ much.
  return Math.round(hash * 137.508) % 360;
}
