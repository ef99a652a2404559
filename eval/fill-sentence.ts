import { sha256 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';

const lists: Record<string, readonly string[]> = {
  'zh-CN': chinese,
  ja: japanese,
  ko: korean,
  es: spanish,
  'pt-BR': portuguese,
};

/** A sentence with what was put in the place of its names in braces: where the last of them stands. */
export interface Filled {
  readonly text: string;
  readonly parts: ReadonlyArray<{ readonly name: string; readonly start: number; readonly end: number }>;
}

/** Numbers from 0 to below 1, the same from the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Puts things that were made up, with checksums that hold, in the place of the names in braces. */
export function fillSentence(sentence: string, language: string, random: () => number): Filled {
  const parts: Array<{ name: string; start: number; end: number }> = [];
  let text = '';
  let from = 0;
  for (const match of sentence.matchAll(/\{(\w+)\}/g)) {
    const [all, name = ''] = match;
    const made = (makers[name] ?? unknown(name))(language, random);
    text += sentence.slice(from, match.index);
    parts.push({ name, start: text.length, end: text.length + made.length });
    text += made;
    from = match.index + all.length;
  }
  return { text: text + sentence.slice(from), parts };
}

type Maker = (language: string, random: () => number) => string;

const unknown = (name: string) => (): never => {
  throw new Error(`nothing is called {${name}}`);
};
const upTo = (random: () => number, count: number) => Math.floor(random() * count);
const bytes = (random: () => number, count: number) =>
  Uint8Array.from({ length: count }, () => upTo(random, 256));
const digits = (random: () => number, count: number) =>
  Array.from({ length: count }, (_, at) => upTo(random, at === 0 ? 9 : 10) + (at === 0 ? 1 : 0)).join('');
const signs = (random: () => number, from: string, count: number) =>
  Array.from({ length: count }, () => from[upTo(random, from.length)] ?? '').join('');
const hex = (random: () => number, count: number) => signs(random, '0123456789abcdef', count);
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

function wordsOf(language: string, random: () => number, size: number): string[] {
  return entropyToMnemonic(bytes(random, size), [...(lists[language] ?? english)]).split(/[ \u3000]/);
}

function checked(body: Uint8Array): string {
  const sum = sha256(sha256(body)).subarray(0, 4);
  return base58.encode(Uint8Array.from([...body, ...sum]));
}

function card(random: () => number): string {
  const bare = `${['4', '51', '62', '2221'][upTo(random, 4)]}${digits(random, 15)}`.slice(0, 15);
  return `${bare}${[...'0123456789'].find((last) => luhn(`${bare}${last}`))}`;
}

function luhn(bare: string): boolean {
  const sum = [...bare].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const weighed = (bare: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(bare[at]), 0);

const makers: Record<string, Maker> = {
  seed: (language, random) => wordsOf(language, random, 16).join(' '),
  seed24: (language, random) => wordsOf(language, random, 32).join(' '),
  upper: (_, random) => wordsOf('en', random, 16).join(' ').toUpperCase(),
  commas: (_, random) => wordsOf('en', random, 16).join(', '),
  joined: (language, random) => wordsOf(language, random, 16).join(''),
  numbered: (language, random) =>
    wordsOf(language, random, 16)
      .map((word, at) => `${at + 1}. ${word}`)
      .join('\n'),
  near: (language, random) => {
    const words = wordsOf(language, random, 16);
    return words.with(upTo(random, 12), 'wallett').join(' ');
  },
  wif: (_, random) => checked(Uint8Array.from([0x80, ...bytes(random, 32), 1])),
  hex: (_, random) => hex(random, 64),
  txid: (_, random) => (random() < 0.5 ? hex(random, 64) : `0x${hex(random, 64)}`),
  api: (_, random) =>
    random() < 0.5
      ? `${hex(random, 8)}-${hex(random, 8)}-${hex(random, 8)}-${hex(random, 5)}`
      : signs(random, `${letters}0123456789`, 64),
  uuid: (_, random) => `${hex(random, 8)}-${hex(random, 4)}-${hex(random, 4)}-${hex(random, 12)}`,
  pw: (_, random) =>
    [
      `${signs(random, letters, 6)}${digits(random, 3)}`,
      `${signs(random, letters, 5)}@${digits(random, 4)}`,
      `${signs(random, letters, 4)}_${digits(random, 2)}!x`,
    ][upTo(random, 3)] ?? '',
  otp: (_, random) => digits(random, 6),
  card: (_, random) => card(random).replace(/(\d{4})(?=\d)/g, '$1 '),
  cardbare: (_, random) => card(random),
  cnid: (_, random) => {
    const born = `19${60 + upTo(random, 39)}0${1 + upTo(random, 9)}1${upTo(random, 9)}`;
    const bare = `${['110101', '310115', '440305', '510104'][upTo(random, 4)]}${born}${digits(random, 3)}`;
    return `${bare}${'10X98765432'[weighed(bare, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]}`;
  },
  krid: (_, random) => {
    const bare = `${70 + upTo(random, 29)}0${1 + upTo(random, 9)}1${upTo(random, 9)}${1 + upTo(random, 2)}${digits(random, 5)}`;
    const last = (11 - (weighed(bare, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;
    return `${bare.slice(0, 6)}-${bare.slice(6)}${last}`;
  },
  esid: (_, random) => {
    const bare = digits(random, 8);
    return `${bare}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(bare) % 23]}`;
  },
  ruid: (_, random) => {
    const bare = digits(random, 9);
    const sum = (weighed(bare, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100;
    return `${bare.replace(/(\d{3})(?=\d)/g, '$1-')} ${String(sum).padStart(2, '0')}`;
  },
  jpid: (_, random) => {
    const bare = digits(random, 11);
    const rest = weighed(bare, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return `${bare}${rest <= 1 ? 0 : 11 - rest}`;
  },
  cpf: (_, random) => {
    const bare = digits(random, 9);
    const first = ((weighed(bare, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
    const second = ((weighed(`${bare}${first}`, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
    return `${bare.replace(/(\d{3})(?=\d)/g, '$1.')}-${first}${second}`;
  },
  address: (_, random) =>
    [
      () => `0x${hex(random, 40)}`,
      () => checked(Uint8Array.from([0x41, ...bytes(random, 20)])),
      () => checked(Uint8Array.from([0, ...bytes(random, 20)])),
      () => `bc1q${signs(random, 'qpzry9x8gf2tvdw0s3jn54khce6mua7l', 38)}`,
      () => base58.encode(bytes(random, 32)),
    ][upTo(random, 5)]?.() ?? '',
  sig: (_, random) => base58.encode(bytes(random, 64)),
  order: (_, random) => digits(random, 15 + upTo(random, 5)),
  uid: (_, random) => digits(random, 8 + upTo(random, 2)),
};
