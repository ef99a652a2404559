import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Locale, locales, nearestLocale, negotiateLocale, voteReason } from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { News } from '../../modules/announcements/index.ts';
import { readPublicAnnouncements } from '../../modules/announcements/index.ts';
import { readChatInbox } from '../../modules/channels/index.ts';
import {
  articleAddress,
  type HelpCenter,
  helpAddress,
  searchHelp,
  setClicked,
  voteFor,
} from '../../modules/helpcenter/index.ts';
import type { Official } from '../../modules/official/index.ts';
import { nobody } from '../../platform/actor.ts';
import { Failure, fail } from '../../platform/fail.ts';
import { addressBlock } from '../../platform/http/address-block.ts';
import { articlePage } from './article-page.ts';
import { categoryPage } from './category-page.ts';
import { categoryFeed, siteMap } from './feeds.ts';
import { homePage } from './home-page.ts';
import type { Site } from './layout.ts';
import { missingPage } from './missing-page.ts';
import { officialAddress, officialPage } from './official-page.ts';
import { searchPage } from './search-page.ts';
import { serveAnnouncements } from './serve-announcements.ts';
import { serveOfficial } from './serve-official.ts';
import { shareImage } from './share-image.ts';
import { signedInPage } from './signed-in-page.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Articles with this tag stand on the first page: what people look for when something is wrong. */
const urgentTag = 'urgent';
/** Readers that are no people. */
const robots = /bot|crawl|spider|slurp|preview|facebookexternalhit|monitor/i;
const inboxKeptFor = 30_000;
/** Announcements beside what a search finds. */
const newsFound = 3;
/** Announcements on the first page. */
const newsOnTop = 3;
const searchQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  category: z.string().max(80).nullable().catch(null).default(null),
});
const voteBody = z.object({
  helpful: z.enum(['yes', 'no']),
  reason: voteReason.optional().catch(undefined),
  comment: z.string().trim().max(1000).optional().catch(undefined),
});

type Asked = FastifyRequest<{
  Params: { locale: string; category: string; slug: string };
  Querystring: Record<string, string | undefined>;
}>;

/** The public help center: pages that need no script, made from this node's library. */
export function serveHelp(center: HelpCenter, official: Official, news: News): void {
  const { platform, library, help, deeds } = center;
  const { app } = platform.http;
  const votes = new RateLimiterMemory({ points: 30, duration: 3600 });
  // What readers nobody knows make us write down: beyond this they are answered all the same.
  const notes = new RateLimiterMemory({ points: 60, duration: 60 });
  const mayNote = (request: FastifyRequest): Promise<boolean> =>
    notes.consume(addressBlock(request.ip)).then(
      () => true,
      () => false,
    );
  const asset = (name: string) => readFileSync(new URL(`assets/${name}`, import.meta.url));
  let inbox: { key: string | null; at: number } | undefined;

  async function site(): Promise<Site> {
    const now = platform.clock.now().getTime();
    if (!inbox || now - inbox.at > inboxKeptFor)
      inbox = { key: (await readChatInbox(platform.database.reader()))?.key ?? null, at: now };
    return {
      publicUrl: platform.publicUrl,
      organisation: library.organisation(),
      inboxKey: inbox.key,
    };
  }

  /** Sends a page; one that the browser has already is not sent again. */
  function send(request: FastifyRequest, reply: FastifyReply, page: string, status = 200): FastifyReply {
    // Weak, since what is sent may be compressed.
    const etag = `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
    reply.headers({
      'content-security-policy': policy,
      'cache-control': status === 200 ? 'public, max-age=60, stale-while-revalidate=600' : 'no-cache',
      etag,
    });
    if (status === 200 && request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.code(status).type('text/html; charset=utf-8').send(page);
  }

  const announcements = (locale: Locale, limit: number) =>
    readPublicAnnouncements(platform.database.reader(), locale, { limit });

  const accepted = (request: FastifyRequest): Locale =>
    negotiateLocale(
      (request.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0] ?? ''),
    );

  /** Answers a page in the language of its address; what is not there gets the page that says so. */
  function page(
    path: string,
    answer: (request: Asked, reply: FastifyReply, locale: Locale) => Promise<FastifyReply>,
  ): void {
    app.get(path, async (request, reply) => {
      const asked = request as Asked;
      await library.ready();
      const wish = asked.params.locale;
      const locale = locales.find((it) => it === wish);
      try {
        if (locale) return await answer(asked, reply, locale);
        const near = nearestLocale(wish);
        if (near) return reply.redirect(request.url.replace(`/help/${wish}`, `/help/${near}`), 301);
        throw fail('request.not_found');
      } catch (error) {
        if (!(error instanceof Failure) || error.status !== 404) throw error;
        return missing(request, reply, locale ?? accepted(request));
      }
    });
  }

  const missing = async (request: FastifyRequest, reply: FastifyReply, locale: Locale) =>
    send(request, reply, missingPage(await site(), locale, help.categories(nobody, locale)), 404);

  /** The article of an address; one that has moved, or whose slug was another, is at its present address. */
  function articleOf({ params }: Asked, reply: FastifyReply, locale: Locale, rest = '') {
    const found = help.article(nobody, locale, params.slug);
    if (found.slug === params.slug && found.category === params.category) return found;
    reply.redirect(articleAddress(locale, found.category, found.slug) + rest, 301);
    return undefined;
  }

  function categoryOf(slug: string, locale: Locale) {
    const all = help.categories(nobody, locale);
    const category = all.find((it) => it.slug === slug);
    if (!category) throw fail('request.not_found');
    return { category, below: all.filter((it) => it.parent === slug) };
  }

  const css = asset('help.css');
  const js = asset('help.js');
  const kept = { 'cache-control': 'public, max-age=3600' };
  app.get('/help/assets/help.css', (_request, reply) =>
    reply.headers(kept).type('text/css; charset=utf-8').send(css),
  );
  app.get('/help/assets/help.js', (_request, reply) =>
    reply.headers(kept).type('text/javascript; charset=utf-8').send(js),
  );
  app.get('/robots.txt', (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nDisallow: /api/\nDisallow: /console/\nSitemap: ${platform.publicUrl}/help/sitemap.xml\n`,
      ),
  );
  app.get('/help/sitemap.xml', async (_request, reply) => {
    await library.ready();
    const articles = help
      .lines(nobody, 'en')
      .map((it) => ({ ...it, locales: help.article(nobody, 'en', it.slug).locales }));
    return reply
      .headers(kept)
      .type('application/xml; charset=utf-8')
      .send(
        siteMap(
          await site(),
          locales,
          help.categories(nobody, 'en'),
          articles,
          await announcements('en', 1000),
        ),
      );
  });
  const home = (request: FastifyRequest, reply: FastifyReply) => {
    const { lang } = request.query as { lang?: string };
    const locale = (lang && nearestLocale(lang)) || accepted(request);
    return reply.header('vary', 'accept-language').redirect(helpAddress(locale), 302);
  };
  for (const path of ['/', '/help', '/help/']) app.get(path, home);

  page('/help/:locale', async (_request, reply, locale) => reply.redirect(helpAddress(locale), 301));
  page('/help/:locale/', async (request, reply, locale) => {
    const urgent = library
      .articles()
      .filter((it) => it.visibility === 'public' && it.tags.includes(urgentTag))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id))
      .map((it) => help.line(it, locale));
    const categories = help.categories(nobody, locale);
    const news = await announcements(locale, newsOnTop);
    return send(request, reply, homePage(await site(), locale, { categories, urgent, news }));
  });
  page('/help/:locale/search', async (request, reply, locale) => {
    const { q, category } = searchQuery.parse(request.query);
    const final = await mayNote(request);
    const query = { text: q, locale, limit: 20, place: 'pages' as const, final };
    const found = await searchHelp(center, nobody, { ...query, category: category ?? undefined });
    const categories = help.categories(nobody, locale);
    const announced = q.trim() === '' || category ? [] : await news.find(q, locale, newsFound);
    const shown = { asked: q, category, found, announced, categories };
    return send(request, reply, searchPage(await site(), locale, shown));
  });
  page('/help/:locale/official', async (request, reply, locale) =>
    send(request, reply, officialPage(await site(), locale, null)),
  );
  for (const path of ['letter', 'report'])
    page(`/help/:locale/official/${path}`, async (_request, reply, locale) =>
      reply.redirect(officialAddress(locale), 302),
    );
  serveAnnouncements({ center, site, send, missing, accepted });
  serveOfficial(official, {
    platform,
    policy,
    async site() {
      await library.ready();
      return site();
    },
  });
  page('/help/:locale/:category', async (request, reply, locale) => {
    const found = categoryOf(request.params.category, locale);
    const lines = help.lines(nobody, locale, found.category.slug);
    return send(request, reply, categoryPage(await site(), locale, { ...found, lines }));
  });
  page('/help/:locale/:category/feed.xml', async (request, reply, locale) => {
    const { category } = categoryOf(request.params.category, locale);
    const lines = help.lines(nobody, locale, category.slug);
    return reply
      .headers(kept)
      .type('application/rss+xml; charset=utf-8')
      .send(categoryFeed(await site(), locale, category, lines));
  });
  page('/help/:locale/:category/:slug', async (request, reply, locale) => {
    const { s, voted } = request.query;
    const meant = library.bySlug(request.params.slug);
    if (meant?.visibility === 'signed_in')
      return send(request, reply, signedInPage(await site(), locale, meant.slug), 403);
    const found = articleOf(request, reply, locale, s ? `?s=${encodeURIComponent(s)}` : '');
    if (!found) return reply;
    const id = library.bySlug(found.slug)?.id;
    if (id && request.method === 'GET' && !robots.test(request.headers['user-agent'] ?? '')) {
      deeds.count(id, found.locale, 'views');
      if (s && z.uuid().safeParse(s).success && (await mayNote(request))) {
        deeds.count(id, found.locale, 'clicks');
        await platform.database.write((tx) => setClicked(tx, s, id));
      }
    }
    const { category } = categoryOf(found.category, locale);
    const said = voted === 'yes' || voted === 'no' || voted === 'thanks' ? voted : null;
    const shown = { ...found, categoryName: category.name };
    return send(request, reply, articlePage(await site(), locale, shown, said));
  });
  page('/help/:locale/:category/:slug/image.png', async (request, reply, locale) => {
    const found = help.article(nobody, locale, request.params.slug);
    const image = await shareImage({
      title: found.title,
      above: `${library.organisation()} · ${categoryOf(found.category, locale).category.name}`,
      locale: found.locale,
    });
    return reply.headers({ 'cache-control': 'public, max-age=86400' }).type('image/png').send(image);
  });
  page('/help/:locale/:category/:slug/contact', async (request, reply, locale) => {
    const found = help.article(nobody, locale, request.params.slug);
    const id = library.bySlug(found.slug)?.id;
    if (id && request.method === 'GET') deeds.count(id, found.locale, 'contacts');
    const to = `/portal/new${found.ticketCategory ? `/${found.ticketCategory}` : ''}`;
    return reply.header('cache-control', 'no-store').redirect(to, 302);
  });

  // Addresses as the help center had them that its articles were taken in from: /hc/en-us/articles/360000400001-How-to-send.
  app.get('/hc/:tag/articles/:name', async (request, reply) => {
    await library.ready();
    const { tag, name } = request.params as { tag: string; name: string };
    const locale = nearestLocale(tag) ?? accepted(request);
    const id = /^\d+/.exec(name)?.[0] ?? '';
    const article = library.bySlug(id);
    if (article?.visibility === 'public') {
      const found = help.article(nobody, locale, id);
      return reply.redirect(articleAddress(locale, found.category, found.slug), 301);
    }
    return missing(request, reply, locale);
  });

  app.register(async (scope) => {
    // A form as browsers send it where scripts do not run.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 10_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.post('/help/:locale/:category/:slug/vote', async (request, reply) => {
      const { params } = request as Asked;
      await library.ready();
      const locale = nearestLocale(params.locale) ?? 'en';
      const found = help.article(nobody, locale, params.slug);
      const vote = voteBody.safeParse(request.body);
      if (!vote.success) throw fail('request.invalid', { field: 'helpful' });
      await votes.consume(addressBlock(request.ip)).catch(() => {
        throw fail('request.rate_limited', { seconds: 3600 });
      });
      const { helpful, reason, comment } = vote.data;
      await voteFor(center, nobody, request, found.slug, {
        locale: found.locale,
        helpful: helpful === 'yes',
        reason,
        comment,
      });
      const said = helpful === 'yes' ? 'yes' : reason ? 'thanks' : 'no';
      return reply.redirect(`${articleAddress(locale, found.category, found.slug)}?voted=${said}#vote`, 303);
    });
  });
}
