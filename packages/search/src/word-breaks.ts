const segmenters = new Map<string, Intl.Segmenter>();

/** Where words of Chinese or Japanese text begin, by dictionary, with the text's end as the last. */
export function wordBreaks(text: string, language: string): number[] {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return [...Array.from(known.segment(text), ({ index }) => index), text.length];
}
