import { copilotFigureDays, endpoints } from '@fairlead/contract';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { SearchWords } from '../../helpcenter/index.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { Knowledge } from '../think.ts';
import { draftsFromArticles } from './drafts-from-articles.ts';
import { lookUpDraft } from './look-up-draft.ts';
import type { Copilot } from './make-suggestions.ts';
import { deleteOffersBefore, readFigures } from './offer-store.ts';
import { createMacroRanker } from './rank-macros.ts';
import { settleOffers } from './settle-offers.ts';
import { suggest } from './suggest.ts';

const day = 86_400_000;
/** Offers are kept so long: for the figures, and for looking into what was said to a customer. */
const keptFor = 90 * day;
/** Suggestions of one agent, per node: more than somebody reads, and little enough that nobody else waits. */
const allowance = { points: 120, duration: 60 };
/** Looks of one agent, each of which is up to six questions to the exchange. */
const looksAllowed = { points: 30, duration: 60 };

/** What agents are offered while they answer, and how that went. */
export function copilotRoutes(
  platform: Platform,
  knowledge: Knowledge,
  settings: SettingsSource,
  words: SearchWords,
): void {
  const { config, database, http, jobs, clock, publicUrl } = platform;
  const copilot: Copilot = {
    platform,
    knowledge,
    settings,
    macros: createMacroRanker(words),
    drafts: [(request) => draftsFromArticles({ ...knowledge, publicUrl }, request)],
  };
  const suggestions = new RateLimiterMemory(allowance);
  const looks = new RateLimiterMemory(looksAllowed);

  http.route(endpoints.copilot.suggestions, async ({ caller, params, query }) => {
    await take(suggestions, caller.id);
    return suggest(copilot, caller, params.id, query.locale);
  });
  http.route(endpoints.copilot.lookUp, async ({ caller, params, body }) => {
    await take(looks, caller.id);
    return lookUpDraft(platform, knowledge, caller, params.id, body);
  });
  http.route(endpoints.copilot.settle, ({ caller, params, body }) =>
    database.write((tx) => settleOffers(tx, caller, params.id, body)),
  );
  http.route(endpoints.copilot.figures, async () => {
    const since = new Date(clock.now().getTime() - copilotFigureDays * day);
    return { items: await readFigures(database.reader(), since) };
  });
  jobs.every('assistant.sweep-offers', 6 * 3_600_000, () =>
    database.write((tx) => deleteOffersBefore(tx, new Date(tx.now.getTime() - keptFor))),
  );

  async function take(limiter: RateLimiterMemory, agentId: string): Promise<void> {
    if (!config.RATE_LIMITS) return;
    try {
      await limiter.consume(agentId);
    } catch (refusal) {
      const { msBeforeNext } = refusal as RateLimiterRes;
      throw fail('request.rate_limited', { seconds: Math.ceil(msBeforeNext / 1000) });
    }
  }
}
