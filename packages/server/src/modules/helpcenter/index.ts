import type { Platform } from '../../platform/platform.ts';
import type { GlossaryFollower } from '../translation/index.ts';
import { driftRoutes } from './drift/drift-routes.ts';
import type { GateSource } from './facts/gates.ts';
import type { FactSource } from './facts/live-facts.ts';
import { helpFileRoutes } from './files/file-routes.ts';
import { searchWordsOf } from './glossary.ts';
import { type HelpCenter, openHelpCenter } from './help-center.ts';
import { helpRoutes } from './help-routes.ts';
import { insightRoutes } from './insight/insight-routes.ts';
import type { NearMeanings } from './insight/near-meanings.ts';
import { helpCenterJobs } from './jobs.ts';
import { registerReactions } from './reactions.ts';
import { articleRoutes } from './routes.ts';

export { findArticle, findBySlug, hasArticles } from './article-store.ts';
export { listCategoryRows } from './category-store.ts';
export { createArticle } from './change-articles.ts';
export { createCategory } from './change-categories.ts';
export { articleTexts, categoryTexts } from './covered-texts.ts';
export { addCounts, emptySearches, insertSearch, putVote, setClicked } from './deeds/deed-store.ts';
export { voteFor } from './deeds/vote.ts';
export { articleArchived, articleChanged, articlePublished } from './events.ts';
export { type Door, type GateSheet, type GateSource, gateName } from './facts/gates.ts';
export type { Fact, FactSheet, FactSource } from './facts/live-facts.ts';
export { recordedFacts } from './facts/recorded-facts.ts';
export { helpFileKey, helpFileUrl, presentHelpFile } from './files/help-file.ts';
export { readHelpFiles } from './files/help-file-store.ts';
export { fillHelpCenter } from './folder/fill-help-center.ts';
export { type FolderFile, readFolder } from './folder/folder-format.ts';
export { glossary, type SearchWords } from './glossary.ts';
export type { HelpCenter } from './help-center.ts';
export type { NearMeanings } from './insight/near-meanings.ts';
export { pointToArticle } from './point-to-article.ts';
export { articleAddress, categoryAddress, helpAddress } from './reading/article-address.ts';
export type { Library } from './reading/library.ts';
export type { PublishedArticle, PublishedText } from './reading/published-store.ts';
export { searchHelp } from './reading/search-help.ts';

/** The door of the help center: articles, their translations and revisions, and what readers see and find. See README.md for what it promises. */
export function helpCenterModule(
  platform: Platform,
  {
    words,
    nearMeanings,
    ...ports
  }: {
    facts: FactSource;
    gates: GateSource;
    words: Pick<GlossaryFollower, 'current' | 'onChange'>;
    nearMeanings: NearMeanings;
  },
): HelpCenter {
  const center = openHelpCenter(platform, { ...ports, words: searchWordsOf(words) });
  const { library, drift } = center;
  articleRoutes(center);
  helpRoutes(center);
  helpFileRoutes(center);
  insightRoutes(platform, library, nearMeanings);
  driftRoutes(platform, drift);
  registerReactions(platform);
  helpCenterJobs(platform);
  return center;
}
