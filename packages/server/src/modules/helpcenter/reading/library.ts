import { isDeepStrictEqual } from 'node:util';
import type { Platform } from '../../../platform/platform.ts';
import { organisationName } from '../../channels/index.ts';
import { inTreeOrder } from '../category-rules.ts';
import { type CategoryRecord, listCategoryRows } from '../category-store.ts';
import type { FactSheet, FactSource } from '../facts/live-facts.ts';
import { changedSince, type PublishedArticle, readPublished } from './published-store.ts';
import { readSignals } from './reader-signal-store.ts';
import { noSignals, weightOf } from './reader-signals.ts';

/**
 * This node's own copy of what is published: pages and searches are answered from it, without asking the database. It can be thrown
 * away and read again at any moment.
 */
export interface Library {
  /** Everything that is published is there. */
  ready(): Promise<void>;
  categories(): readonly CategoryRecord[];
  articles(): readonly PublishedArticle[];
  byId(id: string): PublishedArticle | undefined;
  /** By its slug, or one that it had before. */
  bySlug(slug: string): PublishedArticle | undefined;
  /** Whether a public article shows or offers it. */
  isPublicFile(fileId: string): boolean;
  facts(): FactSheet;
  /** What the exchange is called. */
  organisation(): string;
  /** Another with every change of anything in it: what was made of an earlier one is stale. */
  state(): number;
  /** Calls back with each article that has come, changed or gone, and what it was before. A text that says what it said is the same object as before. */
  onChange(listener: ChangeListener): void;
  /** Looks for what has changed, now. */
  refresh(): Promise<void>;
  stop(): void;
}

type ChangeListener = (
  id: string,
  now: PublishedArticle | undefined,
  former: PublishedArticle | undefined,
) => void;

/** The hint that something in the help center has changed: an article's id, or nothing where it is the categories. */
export const helpTopic = 'helpcenter';

/** How often a node looks for changes that no hint told it of. */
const lookEvery = 30_000;
/** How often it looks what readers made of articles, and from which change of their weight on one is put anew. */
const weighEvery = 60 * 60_000;
const leastMove = 0.01;
/** A transaction may commit so much later than the moment that its rows bear. */
const overlap = 60_000;

/** Whether two sheets say the same, whenever each of them does. */
const sameFigures = (a: FactSheet, b: FactSheet): boolean =>
  a.size === b.size &&
  [...a].every(([name, { fact }]) => JSON.stringify(fact) === JSON.stringify(b.get(name)?.fact));

/** An article with those texts of its former state that it still has: what was made of them holds. */
const withKnownTexts = (read: PublishedArticle, former: PublishedArticle): PublishedArticle => ({
  ...read,
  texts: new Map(
    Array.from(read.texts, ([locale, text]) => {
      const known = former.texts.get(locale);
      return [locale, known && isDeepStrictEqual(known, text) ? known : text];
    }),
  ),
});

/** Reads what is published, and keeps up with it: by hints within moments, and by looking every so often for those that were lost. */
export function openLibrary(platform: Platform, source: FactSource): Library {
  const { database, bus, log } = platform;
  const articles = new Map<string, PublishedArticle>();
  const slugs = new Map<string, string>();
  const listeners = new Set<ChangeListener>();
  let publicFiles: { of: number; ids: ReadonlySet<string> } = { of: -1, ids: new Set() };
  let categories: CategoryRecord[] = [];
  let facts: FactSheet = new Map();
  let organisation = '';
  let state = 0;
  let looked: Date | null = null;
  let weighedAt = 0;

  function put(id: string, read: PublishedArticle | undefined): void {
    const former = articles.get(id);
    const seen = read && read.texts.size > 0 ? read : undefined;
    // Looks overlap: most of what they bring is known.
    if (isDeepStrictEqual(seen, former)) return;
    const now = seen && former ? withKnownTexts(seen, former) : seen;
    for (const slug of former ? [former.slug, ...former.formerSlugs] : []) {
      if (slugs.get(slug) === id) slugs.delete(slug);
    }
    if (now) {
      articles.set(id, now);
      for (const slug of now.formerSlugs) if (!slugs.has(slug)) slugs.set(slug, id);
      slugs.set(now.slug, id);
    } else articles.delete(id);
    state++;
    for (const listener of listeners) listener(id, now, former);
  }

  async function load(ids: readonly string[] | null): Promise<void> {
    if (ids?.length === 0) return;
    const found = await readPublished(database.reader(), ids, platform.clock.now());
    for (const it of found) put(it.id, it);
    for (const id of ids ?? []) if (!found.some((it) => it.id === id)) put(id, undefined);
  }

  /** The articles that readers have moved up or down since they were read. */
  async function movedByReaders(now: Date): Promise<string[]> {
    const signals = await readSignals(database.reader(), null, now);
    return [...articles.values()]
      .filter((it) => Math.abs(weightOf(signals.get(it.id) ?? noSignals) - weightOf(it.signals)) >= leastMove)
      .map((it) => it.id);
  }

  async function look(): Promise<void> {
    const now = platform.clock.now();
    const reader = database.reader();
    const before = state;
    const tree = inTreeOrder(await listCategoryRows(reader));
    if (!isDeepStrictEqual(tree, categories)) state = before + 1;
    categories = tree;
    const called = await organisationName(reader);
    if (called !== organisation) state++;
    organisation = called;
    const sheet = await source();
    if (!sameFigures(sheet, facts)) state++;
    facts = sheet;
    const weighed = articles.size > 0 && now.getTime() - weighedAt >= weighEvery;
    if (weighed || articles.size === 0) weighedAt = now.getTime();
    if (weighed) await load(await movedByReaders(now));
    await load(looked && (await changedSince(reader, new Date(looked.getTime() - overlap))));
    looked = now;
  }

  // One reading after the other: of two at once the one that began first could put back what the other has just brought.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(read: () => Promise<void>): Promise<void> {
    const mine = turn.then(read);
    turn = mine.catch(() => {});
    return mine;
  }
  const refresh = () => inTurn(look);
  const lookQuietly = () => {
    refresh().catch((error: unknown) => log.warn({ error }, 'help center not refreshed'));
  };

  let first: Promise<void> | undefined;
  const timer = setInterval(lookQuietly, lookEvery);
  timer.unref();
  const unsubscribe = bus.subscribe(helpTopic, (id) => {
    if (!first) return;
    if (id) inTurn(() => load([id])).catch((error: unknown) => log.warn({ error }, 'article not refreshed'));
    else lookQuietly();
  });
  bus.onGap(() => first && lookQuietly());

  return {
    ready() {
      first ??= refresh().catch((error: unknown) => {
        first = undefined;
        throw error;
      });
      return first;
    },
    categories: () => categories,
    articles: () => [...articles.values()],
    byId: (id) => articles.get(id),
    bySlug: (slug) => articles.get(slugs.get(slug) ?? ''),
    isPublicFile(fileId) {
      if (publicFiles.of !== state) {
        const shown = [...articles.values()].filter((it) => it.visibility === 'public');
        publicFiles = { of: state, ids: new Set(shown.flatMap((it) => [...it.files.keys()])) };
      }
      return publicFiles.ids.has(fileId);
    },
    facts: () => facts,
    organisation: () => organisation,
    state: () => state,
    onChange: (listener) => void listeners.add(listener),
    refresh,
    stop() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}
