import { type Kind, kindOf, kinds } from './character-kind.ts';

/** Told of each word of a text: its kind, and where it begins and ends. */
export type TakeWord = (kind: Kind, start: number, end: number) => void;

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
const apostrophe = (code: number) => code === 0x27 || code === 0x2019;
const contraction = /^(?:s|t|d|m|re|ve|ll)$/i;

/**
 * Cuts a text into words, in order, without overlap. Each character of Han and kana is a word of its own; Thai is cut by dictionary; others run as long as
 * their letters are of one kind. `TRC-20` is one word, as `TRC20` is; `l’adresse` is two, `don’t` one.
 */
export function scanText(text: string, take: TakeWord): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === kinds.none || kind === kinds.mark) {
      at += width(text, at);
      continue;
    }
    const start = at;
    at = kind === kinds.han ? endOfMarks(text, at + width(text, at)) : endOfRun(text, at, kind);
    if (kind === kinds.thai) scanThai(text, start, at, take);
    else take(kind === kinds.digit ? kindOfNumber(text, start, at) : kind, start, at);
  }
}

/** A word that begins with digits is of its letters' kind: `2FA`. */
function kindOfNumber(text: string, start: number, end: number): Kind {
  for (let at = start; at < end; at += width(text, at)) {
    const kind = kindAt(text, at);
    if (kind > kinds.mark) return kind;
  }
  return kinds.digit;
}

function endOfRun(text: string, start: number, first: Kind): number {
  let kind = first;
  let at = start + width(text, start);
  while (at < text.length) {
    const next = kindAt(text, at);
    if (next === kinds.digit || next === kinds.mark || next === kind) at += width(text, at);
    // Digits in front belong to the letters behind them, but for scripts where a number is a word.
    else if (kind === kinds.digit && next > kinds.mark && next < kinds.hangul) {
      kind = next;
      at += width(text, at);
    } else if (kind === kinds.latin && apostrophe(text.charCodeAt(at))) {
      const end = endOfLetters(text, at + 1);
      if (!contraction.test(text.slice(at + 1, end))) return at;
      at = end;
    } else if (kind === kinds.latin && text[at] === '-' && isNetworkName(text, start, at)) at += 1;
    else return at;
  }
  return at;
}

/** Letters, a hyphen and digits, as in ERC-20. */
const isNetworkName = (text: string, start: number, hyphen: number) =>
  hyphen - start <= 5 && /^[A-Za-z]+-\d{1,4}$/.test(text.slice(start, endOfLetters(text, hyphen + 1)));

function endOfLetters(text: string, start: number): number {
  let at = start;
  while (at < text.length && kindAt(text, at) !== kinds.none) at += width(text, at);
  return at;
}

function endOfMarks(text: string, start: number): number {
  let at = start;
  while (at < text.length && kindAt(text, at) === kinds.mark) at += width(text, at);
  return at;
}

function scanThai(text: string, start: number, end: number, take: TakeWord): void {
  for (const { segment, index, isWordLike } of thaiWords.segment(text.slice(start, end)))
    if (isWordLike) take(kinds.thai, start + index, start + index + segment.length);
}

const kindAt = (text: string, at: number): Kind => kindOf(text.codePointAt(at) ?? 0);
const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
