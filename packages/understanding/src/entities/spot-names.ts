import { coinNames } from './coin-names.ts';
import type { Spot } from './found-entity.ts';
import { assetOf } from './known-assets.ts';
import { nameFinder } from './name-finder.ts';
import { type NetworkName, networkNames, networkWords } from './network-names.ts';

const codes = /(?<![\p{Script=Latin}\p{N}_-])[A-Za-z][A-Za-z0-9]{1,9}(?![\p{Script=Latin}\p{N}_])/gu;
const list = (names: string) => names.split('|').filter((it) => it !== '');

const coinsIn = nameFinder(
  Object.entries(coinNames).flatMap(([code, names]) => list(names).map((it) => [it, code] as const)),
);
const networksIn = nameFinder<{ of: NetworkName; certain: boolean }>(
  networkNames.flatMap((it) => [
    ...list(it.beside).map((name) => [name, { of: it, certain: false }] as const),
    ...list(it.names).map((name) => [name, { of: it, certain: true }] as const),
  ]),
);
const words = list(networkWords)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const wordBehind = new RegExp(`^[ -]?(?:${words})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}])`, 'u');
const wordBefore = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${words})[ :：]?(?:of |de |del |da |do |la |le )?$`,
  'u',
);
/** Letters beside a name in which a word for networks may stand. */
const near = 24;

/** Networks that a text in small letters names: by a name of their own, or by their coin's beside a word such as `network`. */
export const spotNetworks = (small: string): Spot[] =>
  networksIn(small).flatMap(({ meaning: { of, certain }, start, end }) =>
    certain ||
    wordBehind.test(small.slice(end, end + near)) ||
    wordBefore.test(small.slice(Math.max(0, start - near), start))
      ? { kind: 'network', start, end, value: of.value, network: of.network }
      : [],
  );

/** Assets that a text names: by their codes, or as its language calls them. `small` is the text in small letters. */
export const spotAssets = (text: string, small: string): Spot[] => [
  ...coinsIn(small).map(({ meaning, start, end }): Spot => ({ kind: 'asset', start, end, value: meaning })),
  ...[...text.matchAll(codes)].flatMap((match): Spot | [] => {
    const code = assetOf(match[0]);
    return code ? { kind: 'asset', start: match.index, end: match.index + match[0].length, value: code } : [];
  }),
];
