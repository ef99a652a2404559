import type { ExactPart } from './exact-parts.ts';

/** How a provider is told what it must leave alone: in square brackets, or as an element of XML. */
export type MarkStyle = 'brackets' | 'xml';

/** A text as a provider gets it, and what stands behind its marks: the first part is number 1. */
export interface ProtectedText {
  readonly text: string;
  readonly parts: readonly string[];
  readonly style: MarkStyle;
  /** The letter of the marks: one that the text does not use so itself. */
  readonly letter: string;
}

/** Puts a mark in the place of each exact part. Pure; `restore` is its reverse. */
export function protect(text: string, parts: readonly ExactPart[], style: MarkStyle): ProtectedText {
  const letter = freeLetter(text);
  const escaped = (it: string) => (style === 'xml' ? escapeXml(it) : it);
  let out = '';
  let from = 0;
  for (const [index, { start, end }] of parts.entries()) {
    out += escaped(text.slice(from, start)) + markOf(style, letter, index + 1);
    from = end;
  }
  out += escaped(text.slice(from));
  return { text: out, parts: parts.map(({ start, end }) => text.slice(start, end)), style, letter };
}

const markOf = (style: MarkStyle, letter: string, number: number): string =>
  style === 'xml' ? `<x id="${letter}${number}"/>` : `[${letter}${number}]`;

/** A text may hold such marks itself, as in "see [P1]": then another letter is taken. */
const freeLetter = (text: string): string =>
  [...'PQXZKWJV'].find((it) => !new RegExp(`[[【［]\\s*${it}\\s*\\d`, 'iu').test(text)) ?? 'ZQ';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
