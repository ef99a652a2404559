/** One line of text as it may be kept and shown: PostgreSQL takes no NUL, JSON no half of a surrogate pair, a name no line break. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
