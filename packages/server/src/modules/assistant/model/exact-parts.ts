import { type Locale, languageOf } from '@fairlead/contract';
import { findEntities } from '@fairlead/understanding';
import { numberWords } from './number-words.ts';

/** What of a text may be in an answer as it stands, or not at all: whoever gets it wrong loses money by it. */
export interface ExactParts {
  /** Numbers in one form, and as they were written; `5%` for shares. */
  readonly figures: ReadonlyArray<{ readonly form: string; readonly written: string }>;
  /** All forms and all that was written. */
  readonly numbers: ReadonlySet<string>;
  /** Tickers, names of networks and the like, in capitals and without hyphens. */
  readonly names: ReadonlySet<string>;
  /** Assets and networks by what they are, and how they were called. */
  readonly things: ReadonlyMap<string, string>;
  /** Transaction ids, addresses, keys: long strings without a blank. */
  readonly ids: ReadonlySet<string>;
  /** Links, e-mail addresses and handles. */
  readonly links: ReadonlySet<string>;
}

const endings = 'com|net|org|io|me|co|cc|ly|gg|to|app|xyz|top|vip|pro|info|link|cn|hk|ru';
const link = new RegExp(
  [
    String.raw`[a-z][a-z0-9+.-]{0,30}://[^\s<>"'，。；！？、（）「」]+`,
    String.raw`(?<![\p{L}\p{N}])/(?:help|portal)/[^\s<>"'，。；！？、（）「」]+`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*`,
    String.raw`(?<![\p{L}\p{N}])@\w{3,}`,
    String.raw`(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]{2,}\.(?:xn--[a-z0-9-]+|\p{L}{2,24})(?![\p{L}\p{N}])(?:[/?#:][^\s<>"'，。；！？、（）]*)?`,
    String.raw`(?<![\p{L}\p{N}@.-])[a-z0-9]\.(?:${endings})(?![\p{L}\p{N}])(?:[/?#:][^\s<>"'，。；！？、（）]*)?`,
  ].join('|'),
  'giu',
);
const id = /(?<![A-Za-z0-9])(?:0x[0-9a-f]{6,}|(?=[A-Za-z]*\d)[A-Za-z0-9]{16,})(?:…[A-Za-z0-9]+)?/gi;
/** A name with figures in it: TRC20, ERC-20, P2P. */
const code = /(?<![A-Za-z0-9])[A-Za-z]{1,8}-?\d{1,4}[A-Za-z]{0,4}(?![A-Za-z0-9])/g;
const capitals = /(?<![A-Za-z])[A-Z]{2,12}(?![A-Za-z])/g;
const number = /(?<![\p{Nd}])\p{Nd}+(?:[.,'’٫٬]\p{Nd}+|[ \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*(\s?[%％٪])?/gu;
const moment = { now: new Date(0), timeZone: 'UTC' };

/** Finds them in a text of a language. Pure. */
export function exactParts(text: string, locale: Locale): ExactParts {
  let rest = text;
  const take = (pattern: RegExp) => {
    const found = [...rest.matchAll(pattern)].map(([it]) => it);
    rest = rest.replace(pattern, ' ');
    return found;
  };
  const links = take(link).map(linkForm);
  const ids = take(id);
  const names = [...take(code), ...(rest.match(capitals) ?? [])].map(nameForm);
  const figures: Array<{ form: string; written: string }> = [];
  for (const { 0: all, 1: share } of rest.matchAll(number)) {
    const digits = ascii(all.replace(/\s?[%％٪]$/u, ''));
    const sign = share ? '%' : '';
    figures.push({ form: numberForm(digits, locale) + sign, written: digits + sign });
  }
  for (const digits of numberWords(rest, languageOf(locale))) figures.push({ form: digits, written: digits });
  const things = findEntities(text, languageOf(locale), moment).flatMap(
    ({ kind, value, asset, text: written }): Array<[string, string]> => {
      if (kind === 'amount' && asset) return [[`asset ${asset}`, asset]];
      return (kind === 'asset' || kind === 'network') && value ? [[`${kind} ${value}`, written]] : [];
    },
  );
  return {
    figures,
    numbers: new Set(figures.flatMap((it) => [it.form, it.written])),
    names: new Set(names),
    things: new Map(things),
    ids: new Set(ids),
    links: new Set(links),
  };
}

export const linkForm = (written: string): string =>
  written
    .replace(/[).,;:!?'"\]]+$/u, '')
    .replace(/\/$/, '')
    .toLowerCase();
const nameForm = (written: string) => written.replaceAll('-', '').toUpperCase();

/** Languages in which a point parts thousands, and a comma the fraction. */
const pointsGroup: ReadonlySet<string> = new Set(['es', 'vi', 'pt', 'tr', 'id', 'de', 'fr', 'ru']);

/** Digits of any script as ours. Their blocks begin at a zero, ten in a row. */
function ascii(digits: string): string {
  return digits
    .replace(/\p{Nd}/gu, (digit) => {
      const point = digit.codePointAt(0) ?? 0;
      const zero = zeros.find((it) => point >= it && point < it + 10);
      return zero === undefined ? digit : String(point - zero);
    })
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}
const zeros = [0x30, 0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10];

/** A number in one form, read as its language writes it where it could be two. */
function numberForm(digits: string, locale: Locale): string {
  const bare = digits.replace(/[\s\u00a0\u202f'’]/g, '');
  const [points, commas] = [bare.split('.').length - 1, bare.split(',').length - 1];
  const decimal = decimalSign();
  const [whole = '', fraction = ''] = decimal ? bare.split(decimal) : [bare];
  const left = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const right = fraction.replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;

  function decimalSign(): '.' | ',' | null {
    if (points > 0 && commas > 0) return bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ',';
    const sign = points > 0 ? '.' : ',';
    if (points + commas !== 1) return null;
    // One sign and three figures behind it: thousands, where the language groups by this sign.
    const groups =
      /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare) && (sign === '.') === pointsGroup.has(languageOf(locale));
    return groups ? null : sign;
  }
}
