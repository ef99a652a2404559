import type { Locale } from '@fairlead/contract';
import { findEntities } from '@fairlead/understanding';

/** A stretch of a text that no translation may change, in UTF-16 units. */
export interface ExactPart {
  readonly start: number;
  readonly end: number;
}

/** What the understanding finds that is the same in every language. */
const ids: ReadonlySet<string> = new Set([
  'txid',
  'address',
  'order_id',
  'error_code',
  'uid',
  'link',
  'email',
  'phone',
  'p2p',
]);
/** Days are only read by it where an age tells them, which nobody asks here. */
const noMoment = { now: new Date(0), timeZone: 'UTC' };

const patterns: readonly RegExp[] = [
  // Placeholders of macros.
  /\{\{[^{}\n]{1,80}\}\}|\{[\w.]{1,60}\}/gu,
  // The last sign of punctuation belongs to the sentence.
  /(?:https?:\/\/|www\.)[^\s<>"'，。！？、）)]*[^\s<>"'，。！？、）).,;:!?]/giu,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // Numbers of cases.
  /#\d{1,12}/gu,
];

/** A word of Latin letters and digits: a code, where it has both and does not read as "24h" or "2nd". */
const code = /[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*/gu;
/** A sum as traders write it; what has words in it is translated. */
const amount = /^(?:[\d.,]+ ?[A-Z][A-Z0-9]{1,9}|[A-Z][A-Z0-9]{1,9} ?[\d.,]+)$/;
/** Numbers, dates and times in any digits, with a sign of money or per cent beside them. */
const number = /[$€£¥₫₽₩฿]?\p{Nd}+(?:[.,:/-]\p{Nd}+)*(?:\s?[%€₫₽₩฿])?/gu;

/**
 * What must be the same in every language, in the order in which it is written; nothing overlaps: ids, addresses, links, codes, tickers, numbers with their
 * units, placeholders, and the names in `keep`. Pure.
 */
export function findExactParts(text: string, language: Locale, keep: readonly string[]): ExactPart[] {
  const found: ExactPart[] = [];
  const taken = new Uint8Array(text.length);
  const add = (start: number, end: number) => {
    if (end <= start || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end });
  };
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length);
  for (const name of keep.toSorted((a, b) => b.length - a.length))
    for (const at of placesOf(text, name)) add(at, at + name.length);
  const entities = findEntities(text, language.split('-')[0] ?? language, noMoment);
  for (const it of entities) if (ids.has(it.kind)) add(it.start, it.end);
  for (const it of entities) if (it.kind === 'amount' && amount.test(it.text)) add(it.start, it.end);
  for (const match of text.matchAll(code))
    if (isCode(match[0])) add(match.index, match.index + match[0].length);
  for (const it of entities)
    if ((it.kind === 'asset' || it.kind === 'network') && isTicker(it.text)) add(it.start, it.end);
  for (const match of text.matchAll(number)) add(match.index, match.index + match[0].trimEnd().length);
  return withUnits(
    text,
    found.toSorted((a, b) => a.start - b.start),
  );
}

/** A number and the ticker behind it are one: no language puts anything between them. */
function withUnits(text: string, parts: readonly ExactPart[]): ExactPart[] {
  const joined: ExactPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isUnit = isTicker(text.slice(part.start, part.end));
    if (
      last &&
      isUnit &&
      /^ ?$/.test(text.slice(last.end, part.start)) &&
      /\p{Nd}$/u.test(text.slice(Math.max(last.start, last.end - 2), last.end))
    )
      joined[joined.length - 1] = { start: last.start, end: part.end };
    else joined.push(part);
  }
  return joined;
}

const isTicker = (word: string) => /^[A-Z][A-Z0-9-]{1,9}$/.test(word);

function isCode(word: string): boolean {
  if (!/\d/.test(word) || !/[A-Za-z]/.test(word)) return false;
  return /[A-Z]/.test(word) || /[_-]/.test(word) || word.length >= 8;
}

/** Where a name stands as a word of its own. */
function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  if (name === '') return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const [before, after] = [text[at - 1] ?? '', text[at + name.length] ?? ''];
    const latin = /[A-Za-z0-9]/;
    if (
      !(latin.test(before) && latin.test(name[0] ?? '')) &&
      !(latin.test(after) && latin.test(name.at(-1) ?? ''))
    )
      places.push(at);
  }
  return places;
}
