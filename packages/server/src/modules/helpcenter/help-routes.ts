import { endpoints } from '@fairlead/contract';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressBlock } from '../../platform/http/address-block.ts';
import { openArticle } from './deeds/open-article.ts';
import { voteFor } from './deeds/vote.ts';
import type { HelpCenter } from './help-center.ts';
import { searchHelp } from './reading/search-help.ts';

/** The help center as readers, the widget and the agents' composer ask for it. */
export function helpRoutes(center: HelpCenter): void {
  const { platform, library, help } = center;
  const { http } = platform;
  // What readers make us write down: beyond this in a minute they are answered all the same.
  const openings = new RateLimiterMemory({ points: 60, duration: 60 });

  http.route(endpoints.help.categories, async ({ caller, query, reply }) => {
    await library.ready();
    sharedFor(caller, reply);
    return { items: help.categories(caller, query.locale) };
  });
  http.route(endpoints.help.articles, async ({ caller, query, reply }) => {
    await library.ready();
    sharedFor(caller, reply);
    return { items: help.lines(caller, query.locale, query.category) };
  });
  http.route(endpoints.help.article, async ({ caller, params, query, reply }) => {
    await library.ready();
    sharedFor(caller, reply);
    return help.article(caller, query.locale, params.slug);
  });
  http.route(endpoints.help.search, ({ caller, query }) => searchHelp(center, caller, query));
  http.route(endpoints.help.opened, async ({ caller, params, body, request }) => {
    const counts = await openings.consume(addressBlock(request.ip)).then(
      () => true,
      () => false,
    );
    if (counts) await openArticle(center, caller, params.slug, body);
  });
  http.route(endpoints.help.vote, ({ caller, params, body, request }) =>
    voteFor(center, caller, request, params.slug, body),
  );
}

/** What is public may be kept by a CDN for a moment; what depends on who asks may not. */
function sharedFor(caller: { type: string }, reply: { header(name: string, value: string): unknown }): void {
  reply.header(
    'cache-control',
    caller.type === 'nobody' ? 'public, max-age=30, stale-while-revalidate=300' : 'private, no-cache',
  );
  reply.header('vary', 'authorization, cookie');
}
