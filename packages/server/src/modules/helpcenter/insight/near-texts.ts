/** A text of an article, in a language. */
export interface ComparedText {
  readonly articleId: string;
  readonly locale: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** Two texts in one language that say nearly the same. */
export interface NearPair {
  readonly one: ComparedText;
  readonly other: ComparedText;
  /** 0 to 1: how much of the shorter body stands in the other as well. */
  readonly bodies: number;
  /** Their titles are nearly the same. */
  readonly titles: boolean;
}

/** Characters of a stretch that is compared. */
const stretch = 14;
/** Of all stretches one in so many is compared: of two texts the same ones. */
const oneIn = 8;
/** What so many texts of a language say is a usual phrase. */
const usual = 12;
/** From here on bodies, and titles, are nearly the same. */
const [bodiesAlike, titlesAlike] = [0.5, 0.85];
/** Fewer compared stretches than that are chance. */
const fewest = 8;

/** Pairs of texts of different articles in one language whose titles or bodies are nearly the same, the most alike first. Pure. */
export function nearTexts(texts: readonly ComparedText[]): NearPair[] {
  return [...Map.groupBy(texts, (it) => it.locale).values()]
    .flatMap(pairsOf)
    .toSorted((a, b) => b.bodies - a.bodies || Number(b.titles) - Number(a.titles));
}

function pairsOf(texts: readonly ComparedText[]): NearPair[] {
  const bodies = texts.map((it) => stretchesOf(it.body));
  const titles = texts.map((it) => partsOf(it.title));
  const holders = new Map<number, number[]>();
  for (const [at, stretches] of bodies.entries())
    for (const hash of stretches) {
      const held = holders.get(hash);
      if (held) held.push(at);
      else holders.set(hash, [at]);
    }
  const shared = new Map<string, number>();
  for (const held of holders.values()) {
    if (held.length > usual) continue;
    for (const [index, one] of held.entries())
      for (const other of held.slice(index + 1)) {
        const key = `${one} ${other}`;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  }
  const pairs: NearPair[] = [];
  for (const [at, one] of texts.entries())
    for (const [beyond, other] of texts.slice(at + 1).entries()) {
      const next = at + 1 + beyond;
      if (one.articleId === other.articleId) continue;
      const least = Math.min(bodies[at]?.size ?? 0, bodies[next]?.size ?? 0);
      const alike = least < fewest ? 0 : (shared.get(`${at} ${next}`) ?? 0) / least;
      const sameTitles = dice(titles[at], titles[next]) >= titlesAlike;
      if (alike >= bodiesAlike || sameTitles) pairs.push({ one, other, bodies: alike, titles: sameTitles });
    }
  return pairs;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Hashes (FNV-1a) of one in eight of its stretches, by their own value. */
function stretchesOf(body: string): Set<number> {
  const text = plain(body);
  const found = new Set<number>();
  for (let start = 0; start + stretch <= text.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + stretch; at += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    if ((hash >>> 16) % oneIn === 0) found.add(hash >>> 0);
  }
  return found;
}

function partsOf(title: string): Set<string> {
  const characters = [...plain(title)];
  return new Set(characters.slice(1).map((it, at) => `${characters[at]}${it}`));
}

function dice(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  const total = one.size + other.size;
  return total === 0 ? 0 : (2 * [...one].filter((it) => other.has(it)).length) / total;
}
