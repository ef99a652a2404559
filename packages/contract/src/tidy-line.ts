/** Letters that show nothing: whoever is called by one alone has no name on the screen. */
const blank = /[\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Marks that hide, or turn the direction of what stands around them; but not the joiners that Persian and emoji are written with. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;

/**
 * One line of text as it may be kept and shown: PostgreSQL takes no NUL, JSON no half of a surrogate pair, a name no line break, and nobody is to
 * be called by what others cannot see. Empty where nothing to be seen is left.
 */
export function tidyLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(unseen, '')
    .replace(blank, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[^\u200c\u200d\p{M}\s]/u.test(line) ? line : '';
}
