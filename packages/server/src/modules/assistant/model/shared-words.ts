import type { Locale } from '@fairlead/contract';

/** Letters that tell a word from another: of the rest most are endings. */
const telling = { spaced: 5, arabic: 4, hangul: 2 };

/**
 * What a text is about, as far as words tell: of writing with spaces the beginnings of its longer words, of Chinese and Japanese each two
 * neighbours, of Thai its words. Pure.
 */
export function contentWords(text: string, locale: Locale): ReadonlySet<string> {
  const found = new Set<string>();
  const folded = text.normalize('NFKC').toLowerCase();
  for (const [run] of folded.matchAll(/[\p{Script=Han}\p{Script=Katakana}ー]+/gu))
    for (let at = 0; at + 1 < run.length; at++) found.add(run.slice(at, at + 2));
  for (const [run] of folded.matchAll(/\p{Script=Thai}+/gu))
    for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(run))
      if (segment.length > 2) found.add(segment);
  for (const [word] of folded.matchAll(
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{M}]+/gu,
  )) {
    if (/\p{Script=Hangul}/u.test(word)) {
      if (word.length > 1) found.add(word.slice(0, telling.hangul));
    } else if (/\p{Script=Arabic}/u.test(word)) {
      const bare = word.replace(/\p{M}/gu, '').replace(/^(?:وال|بال|لل|ال|و|ب|ل)(?=\p{L}{3})/u, '');
      if (bare.length > 2) found.add(bare.slice(0, telling.arabic));
    } else if (word.length > 3 || (locale === 'vi' && word.length > 1))
      found.add(word.slice(0, telling.spaced));
  }
  return found;
}

/** The share of words, 0 to 1, that are among others; 1 where there are none. */
export function shareIn(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  return [...words].filter((it) => others.has(it)).length / words.size;
}
