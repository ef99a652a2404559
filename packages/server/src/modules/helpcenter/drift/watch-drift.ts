import { setImmediate } from 'node:timers/promises';
import type { DriftSource } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listSharedMacros } from '../../tickets/index.ts';
import type { GateSource } from '../facts/gates.ts';
import { recordedAt } from '../facts/recorded-facts.ts';
import type { Library } from '../reading/library.ts';
import {
  decideFinding,
  insertDrift,
  listArticleTexts,
  listFindings,
  lockKnownFacts,
  putKnownFacts,
  type QuotingText,
  readKnownFacts,
} from './drift-store.ts';
import { type Drift, driftsOf, isSameFact, type Watched, type WatchedSheet } from './notice-drift.ts';
import { quotesOf } from './quotes-fact.ts';
import { speaksOfGate } from './speaks-of-gate.ts';
import { type Stretch, stretchesOf } from './text-lines.ts';

const every = 10 * 60_000;
/** Open findings that are looked at again. */
const mostOpen = 2_000;

/** Texts of another module that may quote figures. */
interface TextSource {
  readonly source: DriftSource;
  list(reader: Reader): Promise<Array<Omit<QuotingText, 'source'>>>;
}

/** Watches the figures of the exchange and which networks are open, and finds what quotes one as it was or speaks of a network that was closed. */
export interface DriftWatch {
  /** Looks into these texts too. */
  alsoRead(source: TextSource): void;
  /** Compares the figures with those that were seen last. The first time they are only kept. */
  look(): Promise<void>;
}

interface ReadText extends QuotingText {
  readonly stretches: readonly Stretch[];
}

/** Where a text is out of date by what changed. */
const outdatedIn = ({ name, before }: Pick<Drift, 'name' | 'before'>, text: ReadText): string[] =>
  before.kind === 'gate' ? speaksOfGate(name, before.open, text) : quotesOf({ name, before }, text);

const keyOf = (it: Pick<QuotingText, 'source' | 'subjectId' | 'locale'>) =>
  `${it.source} ${it.subjectId} ${it.locale}`;

/** Watches every ten minutes, on one node. */
export function watchDrift(
  { database, jobs, log }: Pick<Platform, 'database' | 'jobs' | 'log'>,
  library: Library,
  gates: GateSource,
): DriftWatch {
  const others: TextSource[] = [{ source: 'macro', list: macroTexts }];

  async function look(): Promise<void> {
    await library.refresh();
    // Recorded figures only stand in: that the exchange says something else once it is heard is no change.
    const figures = Array.from(library.facts()).filter(
      ([, { asOf }]) => asOf.getTime() !== recordedAt.getTime(),
    );
    const sheet: WatchedSheet = new Map<string, { fact: Watched; asOf: Date }>([
      ...figures,
      ...(await gates()),
    ]);
    const reader = database.reader();
    const drifts = driftsOf(await readKnownFacts(reader), sheet);
    const open = await listFindings(reader, 'open', mostOpen);
    // Texts are many: where nothing has changed and nothing waits, they are not read.
    const texts = drifts.length > 0 || open.length > 0 ? await readTexts(reader) : [];
    const found: Array<{ drift: Drift; quotes: Array<{ text: QuotingText; excerpt: string }> }> = [];
    for (const drift of drifts) {
      const quotes: Array<{ text: QuotingText; excerpt: string }> = [];
      for (const text of texts) {
        const [excerpt] = outdatedIn(drift, text);
        if (excerpt !== undefined) quotes.push({ text, excerpt });
      }
      found.push({ drift, quotes });
      await setImmediate();
    }
    const byKey = new Map(texts.map((it) => [keyOf(it), it]));
    const over = open.filter((it) => {
      const text = byKey.get(keyOf(it));
      // The text is gone or says something else by now, or the figure is again what the text says.
      return !text || outdatedIn(it, text).length === 0 || isSameFact(it.before, sheet.get(it.name)?.fact);
    });
    await database.write(async (tx) => {
      // Who looked at the same time may have told of it already.
      const untold = new Set(driftsOf(await lockKnownFacts(tx), sheet).map((it) => it.name));
      await putKnownFacts(tx, sheet);
      for (const { drift, quotes } of found) if (untold.has(drift.name)) await insertDrift(tx, drift, quotes);
      for (const { id } of over) await decideFinding(tx, id, 'done', null);
    });
    if (drifts.length > 0) log.info({ drifts: drifts.map((it) => it.name) }, 'figures have changed');
  }

  async function readTexts(reader: Reader): Promise<ReadText[]> {
    const texts = await listArticleTexts(reader);
    for (const other of others)
      for (const text of await other.list(reader)) texts.push({ source: other.source, ...text });
    const read: ReadText[] = [];
    for (const text of texts) {
      read.push({ ...text, stretches: stretchesOf(text.title, text.body) });
      if (read.length % 50 === 0) await setImmediate();
    }
    return read;
  }

  jobs.every('helpcenter.drift', every, look);
  return { alsoRead: (source) => void others.push(source), look };
}

async function macroTexts(reader: Reader): Promise<Array<Omit<QuotingText, 'source'>>> {
  return (await listSharedMacros(reader)).flatMap(({ id, name, texts }) =>
    Object.entries(texts).map(([locale, body]) => ({
      subjectId: id,
      locale: locale as QuotingText['locale'],
      title: name,
      body,
    })),
  );
}
