import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import type { Library } from '../reading/library.ts';
import type { NearMeanings } from './near-meanings.ts';
import { createDuplicateReader } from './read-duplicates.ts';
import {
  readCoverage,
  readDue,
  readOutdated,
  readOverview,
  readSearches,
  readTexts,
  readVotes,
} from './read-insight.ts';

/** What readers look for and do not find, for those who write. */
export function insightRoutes(
  { database, http }: Platform,
  library: Library,
  nearMeanings: NearMeanings,
): void {
  const readDuplicates = createDuplicateReader(library, nearMeanings);
  const { helpInsight } = endpoints;
  const reader = () => database.reader();
  http.route(helpInsight.overview, ({ query }) => readOverview(reader(), query));
  http.route(helpInsight.searches, async ({ query }) => ({ items: await readSearches(reader(), query) }));
  http.route(helpInsight.texts, async ({ query }) => ({ items: await readTexts(reader(), query) }));
  http.route(helpInsight.votes, async ({ query }) => ({ items: await readVotes(reader(), query) }));
  http.route(helpInsight.outdated, async ({ query }) => ({
    items: await readOutdated(reader(), query.locale),
  }));
  http.route(helpInsight.duplicates, async ({ query }) => ({
    items: await readDuplicates(reader(), query.locale),
  }));
  http.route(helpInsight.due, async () => ({ items: await readDue(reader()) }));
  http.route(helpInsight.coverage, async () => ({ items: await readCoverage(reader()) }));
}
