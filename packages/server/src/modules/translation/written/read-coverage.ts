import {
  type CoverageLine,
  type CoverageStanding,
  type Covered,
  type Locale,
  locales,
} from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { CoverageSource, CoveredText } from './coverage.ts';
import { hashOfText } from './origins-after.ts';
import { standIn } from './stand-in.ts';
import { putOrigins, readOrigins } from './text-origin-store.ts';

/** Texts of a kind in a language that are listed at most. */
const most = 500;

interface Judged {
  readonly text: CoveredText;
  readonly outdated: readonly Locale[];
}

async function judge(reader: Reader, source: CoverageSource): Promise<Judged[]> {
  const [texts, origins] = await Promise.all([source.list(reader), readOrigins(reader, source.kind)]);
  return texts.map((text) => {
    const { says } = text;
    if (says === undefined) return { text, outdated: text.outdated ?? [] };
    const now = hashOfText(says);
    const noted = [...(origins.get(text.id) ?? [])];
    return { text, outdated: noted.filter(([, from]) => from !== now).map(([locale]) => locale) };
  });
}

/** How much of each kind has a text in each language, and what is read instead. */
export async function readCoverage(reader: Reader, sources: readonly CoverageSource[]): Promise<Covered[]> {
  const found: Covered[] = [];
  for (const source of sources) {
    const texts = await judge(reader, source);
    found.push({
      kind: source.kind,
      chain: [...source.chain],
      total: texts.length,
      locales: locales.map((locale) => countIn(texts, source, locale)),
    });
  }
  return found;
}

function countIn(
  texts: readonly Judged[],
  { chain }: CoverageSource,
  locale: Locale,
): Covered['locales'][number] {
  const standings = texts.map((it) => standIn(it.text, it.outdated, chain, locale));
  const count = (wanted: CoverageStanding) => standings.filter((it) => it.standing === wanted).length;
  const instead = Map.groupBy(
    standings.flatMap((it) => (it.standing === 'falls_back' && it.reads ? [it.reads] : [])),
    (it) => it,
  );
  return {
    locale,
    own: count('own'),
    outdated: count('outdated'),
    shipped: count('shipped'),
    none: count('none'),
    fallsBack: [...instead].map(([to, all]) => ({ to, count: all.length })),
  };
}

/** Those without a text of their own first, then the outdated ones. */
const order: readonly CoverageStanding[] = ['none', 'falls_back', 'outdated', 'shipped', 'own'];

/** The texts of a kind in a language, those first that somebody has to look at. */
export async function listCovered(
  reader: Reader,
  source: CoverageSource,
  locale: Locale,
): Promise<{ items: CoverageLine[]; total: number }> {
  const lines = (await judge(reader, source)).map(({ text, outdated }): CoverageLine => {
    const { id, owner, name, source: from } = text;
    return { id, owner, name, source: from, ...standIn(text, outdated, source.chain, locale) };
  });
  lines.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || a.name.localeCompare(b.name));
  return { items: lines.slice(0, most), total: lines.length };
}

/** A text that counts as outdated says what its source says now. Throws `request.not_found` where there is none, or revisions tell. */
export async function confirmCurrent(
  tx: Tx,
  source: CoverageSource,
  { id, locale }: { id: string; locale: Locale },
): Promise<void> {
  const text = (await source.list(tx)).find((it) => it.id === id);
  if (text?.says === undefined || !text.locales.includes(locale)) throw fail('request.not_found');
  const noted = (await readOrigins(tx, source.kind, id)).get(id) ?? new Map<Locale, string>();
  await putOrigins(tx, source.kind, id, noted.set(locale, hashOfText(text.says)));
}
