import { announcementKind, type Locale, locales, nearestLocale } from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  announcementsAddress,
  readPublicAnnouncement,
  readPublicAnnouncements,
} from '../../modules/announcements/index.ts';
import { type HelpCenter, helpFileUrl, readHelpFiles } from '../../modules/helpcenter/index.ts';
import { announcementPage, announcementsFeed, announcementsPage } from './announcement-pages.ts';
import type { Site } from './layout.ts';

const shown = 100;
const inFeed = 50;

/** What the help center's pages have in common. */
interface Pages {
  readonly center: HelpCenter;
  readonly site: () => Promise<Site>;
  readonly send: (request: FastifyRequest, reply: FastifyReply, page: string) => FastifyReply;
  readonly missing: (request: FastifyRequest, reply: FastifyReply, locale: Locale) => Promise<FastifyReply>;
  /** The language that a browser asks for. */
  readonly accepted: (request: FastifyRequest) => Locale;
}

type Asked = FastifyRequest<{
  Params: { locale: string; slug: string };
  Querystring: Record<string, string | undefined>;
}>;

/** The pages of announcements, for everybody: a list, one page each, and a feed for each language. */
export function serveAnnouncements({ center, site, send, missing, accepted }: Pages): void {
  const { platform, library, help } = center;
  const { app } = platform.http;
  const reader = () => platform.database.reader();

  function page(
    path: string,
    answer: (request: Asked, reply: FastifyReply, locale: Locale) => Promise<FastifyReply>,
  ): void {
    app.get(path, async (request, reply) => {
      const asked = request as Asked;
      const wish = asked.params.locale;
      await library.ready();
      const locale = locales.find((it) => it === wish);
      if (locale) return answer(asked, reply, locale);
      const near = nearestLocale(wish);
      return near
        ? reply.redirect(request.url.replace(`/announcements/${wish}`, `/announcements/${near}`), 301)
        : missing(request, reply, accepted(request));
    });
  }

  for (const path of ['/announcements', '/announcements/'])
    app.get(path, (request, reply) =>
      reply.header('vary', 'accept-language').redirect(announcementsAddress(accepted(request)), 302),
    );
  page('/announcements/:locale', async (_request, reply, locale) =>
    reply.redirect(announcementsAddress(locale), 301),
  );
  page('/announcements/:locale/', async (request, reply, locale) => {
    const kind = announcementKind.safeParse(request.query.kind).data ?? null;
    const lines = await readPublicAnnouncements(reader(), locale, { kind: kind ?? undefined, limit: shown });
    return send(request, reply, announcementsPage(await site(), locale, { kind, lines }));
  });
  page('/announcements/:locale/feed.xml', async (_request, reply, locale) => {
    const lines = await readPublicAnnouncements(reader(), locale, { limit: inFeed });
    return reply
      .header('cache-control', 'public, max-age=300')
      .type('application/rss+xml; charset=utf-8')
      .send(announcementsFeed(await site(), locale, lines));
  });
  page('/announcements/:locale/:slug', async (request, reply, locale) => {
    const found = await readPublicAnnouncement(reader(), locale, request.params.slug);
    if (!found) return missing(request, reply, locale);
    const articles = found.articleIds.flatMap((id) => {
      const article = library.byId(id);
      return article?.visibility === 'public' ? [help.line(article, locale)] : [];
    });
    const { html: body } = help.preview(found.body, found.locale, new Map());
    const picture = await pictureOf(found.pictureId);
    return send(request, reply, announcementPage(await site(), locale, found, { body, articles, picture }));
  });

  async function pictureOf(id: string | null) {
    const file = id === null ? undefined : (await readHelpFiles(reader(), [id])).get(id);
    return file?.width && file.height
      ? { url: helpFileUrl(file), width: file.width, height: file.height }
      : null;
  }
}
