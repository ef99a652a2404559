import type { Locale } from '@fairlead/contract';
import type { Fact } from '../facts/live-facts.ts';
import { type FactWord, namesCode, placesOf, speaksOf, unitPattern } from './fact-words.ts';
import { canonical, readNumber } from './read-number.ts';
import type { Stretch } from './text-lines.ts';

/** A fact by the name that articles call it by: what it is, and of which asset on which network or which market. */
interface Named {
  /** Everything of which a text must speak. */
  readonly about: readonly FactWord[];
  readonly asset: string | null;
  /** Null where the asset has one network, which goes without saying. */
  readonly network: string | null;
}

const kinds: ReadonlyArray<readonly [string, readonly FactWord[]]> = [
  ['fee.withdraw', ['fee']],
  ['minDeposit', ['least', 'deposit']],
  ['minWithdraw', ['least', 'withdraw']],
  ['maxWithdraw', ['most', 'withdraw']],
  ['confirmations.withdraw', ['confirm']],
  ['confirmations', ['confirm']],
];

/** Reads the name of a fact, or null for one that no text can be held to quote. Pure. */
function readName(name: string): Named | null {
  const trade = /^fee\.trade\.(spot|futures)\.(maker|taker)$/.exec(name);
  if (trade) {
    const [, market, role] = trade;
    return {
      about: [role, market].filter((it) => it !== undefined) as FactWord[],
      asset: null,
      network: null,
    };
  }
  for (const [kind, about] of kinds) {
    if (!name.startsWith(`${kind}.`)) continue;
    const [asset, network = null, ...more] = name.slice(kind.length + 1).split('.');
    // Where no network says that it is of a withdrawal, words must: a fee of trading may be the same.
    const of = kind === 'fee.withdraw' && network === null ? [...about, 'withdraw' as const] : about;
    if (asset && more.length === 0) return { about: of, asset, network };
  }
  return null;
}

const number = /\d+(?:[.,'’\u066b\u066c]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g;
/** Scripts that put no space between a figure and its words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** A figure of these is of time, whatever else the sentence speaks of. */
const ofTime =
  /^\s*(?:minut|min\b|hour|second|day|分|秒|小时|小時|時間|天|日|분|초|시간|мин|час|сек|дн|hora|segund|día|phút|giờ|giây|ngày|dakika|saat|gün|menit|jam|detik|hari|นาที|ชั่วโมง|วัน|heure|jour|stunde|tag|دقيق|ساع|يوم)/;
/** Characters between a count and the word that says of what. */
const near = 30;
const longestExcerpt = 200;

/**
 * Where a text quotes a figure as it was: its sentences or rows that speak of the same fee, minimum or number of confirmations of the same
 * asset and network (in themselves or in what they stand below), and write the old value in any form of their language. What names the live
 * fact is not found, nor are digits within transaction ids, addresses and code. Pure.
 */
export function quotesOf(
  { name, before }: { name: string; before: Fact },
  { stretches, locale }: { stretches: readonly Stretch[]; locale: Locale },
): string[] {
  const named = readName(name);
  if (!named) return [];
  return stretches
    .filter((it) => quotes(it, named, before, locale))
    .map(({ text }) => text.replace(/\s+/g, ' ').slice(0, longestExcerpt));
}

function quotes(stretch: Stretch, { about, asset, network }: Named, before: Fact, locale: Locale): boolean {
  if (!/\d/.test(stretch.text)) return false;
  const own = stretch.text.toLowerCase();
  const all = `${own}\n${stretch.below.toLowerCase()}`;
  if (!about.every((word) => speaksOf(word, all))) return false;
  if (asset !== null && !namesCode(asset, all)) return false;
  if (network !== null && !namesCode(network, all)) return false;
  if (stretch.kind === 'sentence') return numbersIn(own, before, locale).some((it) => fits(it, own, before));
  // A row: the cell's own head may say that it is of something else.
  return stretch.cells.some(({ text, head }) => {
    const cell = text.toLowerCase();
    const heads = head.toLowerCase();
    if (!headFits(about, heads)) return false;
    return numbersIn(cell, before, locale).some((it) => alone(it, cell) || fits(it, cell, before));
  });
}

const opposites: ReadonlyArray<readonly [FactWord, FactWord]> = [
  ['least', 'most'],
  ['deposit', 'withdraw'],
  ['maker', 'taker'],
  ['least', 'fee'],
  ['most', 'fee'],
];

/** Whether the head of a column leaves open that its figures are about this: a fee does not stand below "Minimum". */
const headFits = (about: readonly FactWord[], head: string): boolean =>
  opposites.every(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].every(
      ([mine, other]) =>
        !mine || !other || !about.includes(mine) || !speaksOf(other, head) || speaksOf(mine, head),
    ),
  );

interface Found {
  readonly from: number;
  readonly to: number;
}

/** The old value wherever it stands as a number of its own. */
function numbersIn(text: string, before: Fact, locale: Locale): Found[] {
  const old = canonical(valueOf(before));
  return [...text.matchAll(number)].flatMap((match) => {
    const [written] = match;
    const from = match.index;
    const to = from + written.length;
    const ahead = text.slice(0, from);
    const after = text.slice(to);
    const inWord =
      /[\p{L}\p{N}_]$/u.test(ahead) && !unspaced.test(ahead.at(-1) ?? '') && !endsWithUnit(ahead, before);
    const inDate = /\d[:/.-]$/.test(ahead) || /^[:/-]\d/.test(after) || /^[.,]\d/.test(after);
    const goesOn = /^[\p{L}_]/u.test(after) && !unspaced.test(after) && !startsWithUnit(after, before);
    if (inWord || inDate || goesOn) return [];
    return readNumber(written, locale).includes(old) ? [{ from, to }] : [];
  });
}

const valueOf = (fact: Fact): string =>
  fact.kind === 'amount' ? fact.amount : fact.kind === 'percent' ? fact.percent : String(fact.count);

const startsWithUnit = (text: string, fact: Fact): boolean =>
  fact.kind === 'amount' && new RegExp(`^[\\s\\u00a0*]*${unitPattern(fact.asset)}`).test(text);
const endsWithUnit = (text: string, fact: Fact): boolean =>
  fact.kind === 'amount' && new RegExp(`${unitPattern(fact.asset)}[\\s\\u00a0*:]*$`).test(text);

/** Whether a number says what it is of: its asset, the percent sign, or confirmations beside it. */
function fits({ from, to }: Found, text: string, fact: Fact): boolean {
  const after = text.slice(to);
  if (fact.kind === 'amount') return startsWithUnit(after, fact) || endsWithUnit(text.slice(0, from), fact);
  if (fact.kind === 'percent') return /^\s*[%٪]/.test(after) || /[%٪]\s*$/.test(text.slice(0, from));
  if (ofTime.test(after)) return false;
  const between = (a: number, b: number) => !/\d/.test(text.slice(a, b));
  return placesOf('confirm', text).some((at) =>
    at >= to ? at - to <= near && between(to, at) : from - at <= near && between(at, from),
  );
}

/** Whether a cell holds nothing but the number, and perhaps a sign. */
const alone = ({ from, to }: Found, cell: string): boolean =>
  !/[\p{L}\p{N}%٪]/u.test(cell.slice(0, from) + cell.slice(to));
