const wrapping = /^[\s"'“”‘’«»<>()[\]{}（）「」『』《》【】`*,.;:!?，。；：！？、]+/u;

/**
 * Text without what cannot be seen, with full-width and other compatibility forms made plain (NFKC). What differs only in these looks the
 * same to people, and browsers take it for the same.
 */
export const cleanText = (text: string): string =>
  text.replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '').normalize('NFKC');

/** One thing without the quotes, brackets and stops around it. */
export function unwrap(text: string): string {
  const front = text.replace(wrapping, '');
  const back = [...front].reverse().join('').replace(wrapping, '');
  return [...back].reverse().join('');
}
