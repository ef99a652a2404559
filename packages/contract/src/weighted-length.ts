/**
 * How X counts the length of a post: configuration 3 of its twitter-text. Most letters weigh one; Chinese, Japanese, Korean and
 * what is not named here two; an emoji two, of however many parts it is made; an address 23, however long it is.
 * https://docs.x.com/fundamentals/counting-characters
 */
const single: ReadonlyArray<readonly [number, number]> = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const emojiWeight = 2;
const addressWeight = 23;

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?`;
const port = String.raw`(?::\d+)?`;
const inPath = String.raw`a-z\u00c0-\u024f\u0400-\u04ff\d!*';:=+,.$\/%#\[\]_~@|&\-`;
const path = String.raw`(?:\/(?:[${inPath}]|\([${inPath}]*\))*(?:[a-z\u00c0-\u024f\u0400-\u04ff\d=_#\/+\-]|\([${inPath}]*\))|\/)?`;
const query = String.raw`(?:\?[a-z\d!?*'();:&=+$\/%#\[\]_.,~|@\-]*[a-z\d_&=#\/\-])?`;
const end = String.raw`(?:xn--[a-z\d-]+|[a-z]{2,}|[^\p{ASCII}\P{L}]\p{L}+)(?![a-z\d@+])`;
const host = String.raw`(?:${label}\.)+${end}`;
const bareHost = String.raw`(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:xn--[a-z\d-]+|[a-z]{2,})(?![a-z\d@+])`;
/** An address as X links it; without `https://` it is one only under a known domain, which is not told apart here. */
const address = new RegExp(
  String.raw`(?<![a-z\d@＠$#＃])(?<scheme>https?:\/\/)${host}${port}${path}${query}|(?<![a-z\d@＠$#＃_.\/\-])${bareHost}${port}${path}${query}`,
  'giu',
);
/** Made when first asked for: it takes tens of milliseconds, and every page and every start reads this file. */
let emoji: RegExp | undefined;

/** A stretch of a text that counts as one, and must not be cut. */
interface Whole {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * The length of a text by X's count. A name with a dot that X may take for an address (`example.com`) counts as the longer of both, so
 * that what is said to fit does.
 */
export function weightedLength(text: string): number {
  const composed = text.normalize('NFC');
  let weight = 0;
  let at = 0;
  for (const whole of wholesIn(composed)) {
    weight += weightOf(composed.slice(at, whole.start)) + whole.weight;
    at = whole.end;
  }
  return weight + weightOf(composed.slice(at));
}

/** Where a text must not be cut, for X counts it as one: addresses and emoji, in order. Positions are UTF-16 units. */
export function wholesIn(text: string): readonly Whole[] {
  const addresses = [...text.matchAll(address)].map(({ index, 0: found, groups }) => ({
    start: index,
    end: index + found.length,
    weight: groups?.['scheme'] ? addressWeight : Math.max(addressWeight, found.length),
  }));
  emoji ??= emojiPattern();
  const others = [...text.matchAll(emoji)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length, weight: emojiWeight }))
    .filter(({ start, end }) => !addresses.some((it) => start < it.end && end > it.start));
  return [...addresses, ...others].sort((a, b) => a.start - b.start);
}

function weightOf(text: string): number {
  let weight = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    weight += single.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
  }
  return weight;
}

function emojiPattern(): RegExp {
  try {
    return new RegExp(String.raw`\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?`, 'gv');
  } catch {
    // Browsers from before 2023 do not know which sequences there are: what is joined counts as one.
    return /\p{RI}{2}|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*/gu;
  }
}
