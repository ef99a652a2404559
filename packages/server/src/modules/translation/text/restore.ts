import type { ProtectedText } from './protect.ts';

/** A text with the exact parts back in their places, and whether each mark came back exactly once. */
export interface RestoredText {
  readonly text: string;
  readonly whole: boolean;
}

/** Puts the exact parts back where their marks stand. Blanks and wide brackets that a provider made of a mark do not matter. Pure. */
export function restore(
  answered: string,
  { parts, style, letter }: Pick<ProtectedText, 'parts' | 'style' | 'letter'>,
): RestoredText {
  const seen = new Map<number, number>();
  let strange = false;
  const put = (digits: string): string => {
    const number = Number(digits);
    const part = parts[number - 1];
    // Nobody gave this mark: it says nothing.
    if (part === undefined) {
      strange = true;
      return '';
    }
    seen.set(number, (seen.get(number) ?? 0) + 1);
    return part;
  };
  const text =
    style === 'xml'
      ? restoreXml(answered, letter, put)
      : answered.replace(
          new RegExp(`[[【［]\\s*${letter}\\s*(\\d{1,6})\\s*[\\]】］]`, 'giu'),
          (_, digits: string) => put(digits),
        );
  return { text, whole: !strange && parts.every((_, index) => seen.get(index + 1) === 1) };
}

/** Marks first, each on its own, so that a part that looks like an escape stays as it is. */
function restoreXml(answered: string, letter: string, put: (digits: string) => string): string {
  const mark = new RegExp(`<x\\s+id\\s*=\\s*["']${letter}(\\d{1,6})["']\\s*(?:/>|>\\s*</x\\s*>)`, 'giu');
  let out = '';
  let from = 0;
  for (const match of answered.matchAll(mark)) {
    out += unescapeXml(answered.slice(from, match.index)) + put(match[1] ?? '');
    from = match.index + match[0].length;
  }
  return out + unescapeXml(answered.slice(from));
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
