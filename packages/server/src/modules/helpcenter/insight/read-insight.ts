import type {
  DueArticle,
  InsightOverview,
  InsightPeriod,
  IntentCoverage,
  Locale,
  OutdatedText,
  ReadText,
  SearchGroup,
  SearchOutcome,
  UnhelpfulVote,
} from '@fairlead/contract';
import { withoutNames } from '@fairlead/contract/without-names';
import type { Reader } from '../../../platform/database/database.ts';
import { countOpenFindings } from '../drift/drift-store.ts';
import { coverageOf } from './coverage-rules.ts';
import { periodOf } from './period.ts';
import { countSearches, groupSearches } from './search-insight-store.ts';
import { countReading, listReadTexts, listUnhelpfulVotes } from './text-insight-store.ts';
import { countWork, listDue, listIntents, listOutdated } from './work-insight-store.ts';

/** More lines than anybody works through before asking again. */
const mostLines = 200;

/** How readers fared in a period, beside the one before, and what waits for editors now. */
export async function readOverview(reader: Reader, asked: InsightPeriod): Promise<InsightOverview> {
  const period = periodOf(reader.now, asked);
  const [searches, reading, work, drift] = await Promise.all([
    countSearches(reader, period),
    countReading(reader, period),
    countWork(reader, period.locale),
    countOpenFindings(reader, asked.locale ?? null),
  ]);
  return {
    searches: { now: searches.searches, before: searches.searches_before },
    empty: { now: searches.empty, before: searches.empty_before },
    unopened: { now: searches.unopened, before: searches.unopened_before },
    views: { now: reading.views, before: reading.views_before },
    contacts: { now: reading.contacts, before: reading.contacts_before },
    helpful: { now: reading.helpful, before: reading.helpful_before },
    unhelpful: { now: reading.unhelpful, before: reading.unhelpful_before },
    ...work,
    drift,
  };
}

/** What was looked for and led nowhere, the most frequent first. */
export async function readSearches(
  reader: Reader,
  { outcome, ...asked }: InsightPeriod & { outcome: SearchOutcome },
): Promise<SearchGroup[]> {
  const rows = await groupSearches(reader, periodOf(reader.now, asked), outcome, mostLines);
  return rows.map((row) => ({
    words: row.words,
    locale: row.locale,
    count: { now: row.now, before: row.before },
    lastAt: row.last_at.toISOString(),
  }));
}

/** What was read, and what became of it. */
export async function readTexts(
  reader: Reader,
  { by, ...asked }: InsightPeriod & { by: 'views' | 'contacts' },
): Promise<ReadText[]> {
  const rows = await listReadTexts(reader, periodOf(reader.now, asked), by, mostLines);
  return rows.map(({ article_id, views, views_before, ...row }) => ({
    ...row,
    articleId: article_id,
    views: { now: views, before: views_before },
  }));
}

/** What readers say whom an article did not help; nothing in it that names anybody. */
export async function readVotes(reader: Reader, asked: InsightPeriod): Promise<UnhelpfulVote[]> {
  const rows = await listUnhelpfulVotes(reader, periodOf(reader.now, asked), mostLines);
  return rows.map(({ article_id, voted_at, comment, ...row }) => ({
    ...row,
    articleId: article_id,
    comment: comment && withoutNames(comment),
    votedAt: voted_at.toISOString(),
  }));
}

/** Translations that say what their source no longer says. */
export async function readOutdated(reader: Reader, locale: Locale | undefined): Promise<OutdatedText[]> {
  const rows = await listOutdated(reader, locale ?? null, mostLines);
  return rows.map(({ article_id, since, ...row }) => ({
    ...row,
    articleId: article_id,
    since: since.toISOString(),
  }));
}

/** Articles that somebody should have read again by now. */
export async function readDue(reader: Reader): Promise<DueArticle[]> {
  const rows = await listDue(reader, mostLines);
  return rows.map(({ article_id, owner_id, ...row }) => ({
    ...row,
    articleId: article_id,
    ownerId: owner_id,
  }));
}

/** Each intent with the languages in which readers find an answer; those that have fewest come first. */
export async function readCoverage(reader: Reader): Promise<IntentCoverage[]> {
  return coverageOf(await listIntents(reader));
}
