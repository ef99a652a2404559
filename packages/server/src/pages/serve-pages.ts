import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { News } from '../modules/announcements/index.ts';
import { readInboxByKey, readSendingInbox } from '../modules/channels/index.ts';
import type { HelpCenter } from '../modules/helpcenter/index.ts';
import type { Official } from '../modules/official/index.ts';
import { fail } from '../platform/fail.ts';
import type { Platform } from '../platform/platform.ts';
import { serveHelp } from './help/serve-help.ts';
import { withoutScripts } from './without-scripts.ts';

const built = (application: string) =>
  fileURLToPath(new URL(`../../../${application}/dist`, import.meta.url));
const year = 'public, max-age=31536000, immutable';

/** What browsers fetch besides the API: the console, the widget, the customers' portal, the help center. They are built before the server starts. */
export function servePages(
  platform: Platform,
  { helpCenter, official, news }: { helpCenter: HelpCenter; official: Official; news: News },
): void {
  serveAssets(platform);
  serveConsole(platform);
  serveWidget(platform);
  servePortal(platform);
  serveHelp(helpCenter, official, news);
}

/** Files whose names change with what is in them. The library's own routes read the whole folder at each request, for names that are spelt otherwise. */
function serveAssets({ http: { app } }: Platform): void {
  app.register(fastifyStatic, {
    serve: false,
    root: built('console'),
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply) => void reply.header('cache-control', year),
  });
  for (const application of ['console', 'widget', 'portal']) {
    const folder = `${built(application)}/assets`;
    app.get<{ Params: { file: string } }>(`/${application}/assets/:file(^[\\w.-]+$)`, (request, reply) =>
      reply.sendFile(request.params.file, folder),
    );
  }
}

/** A page that says what it needs where no scripts run. */
const spoken = (file: string, request: FastifyRequest, instead: Parameters<typeof withoutScripts>[2]) =>
  withoutScripts(readFileSync(file, 'utf8'), request.headers['accept-language'], instead);

function serveConsole({ http: { app } }: Platform): void {
  const folder = built('console');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // Positions and sizes that scripts compute are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    const file = `${folder}/index.html`;
    if (!existsSync(file)) throw fail('server.unavailable');
    return reply
      .headers({
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        vary: 'accept-language',
      })
      .type('text/html; charset=utf-8')
      .send(spoken(file, request, { customers: false, address: null }));
  };
  app.get('/console', (_request, reply) => reply.redirect('/console/'));
  app.get('/console/*', page);
}

function serveWidget(platform: Platform): void {
  const { app } = platform.http;
  const folder = built('widget');
  // Host pages of any origin load the loader; who may embed the frame is the frame's own word.
  app.get('/widget/loader.js', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'public, max-age=300', 'cross-origin-resource-policy': 'cross-origin' })
      .type('text/javascript; charset=utf-8')
      .send(readFileSync(`${folder}/loader.js`)),
  );
  app.get<{ Querystring: { inbox?: string } }>('/widget/frame', async (request, reply) => {
    const inbox = await readInboxByKey(platform.database.reader(), request.query.inbox ?? '');
    const ancestors = inbox ? ["'self'", ...inbox.allowedOrigins].join(' ') : "'none'";
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors}`,
    ].join('; ');
    return reply
      .headers({
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'x-robots-tag': 'noindex',
      })
      .type('text/html; charset=utf-8')
      .send(readFileSync(`${folder}/frame.html`));
  });
}

function servePortal({ http: { app }, database, keys }: Platform): void {
  const folder = built('portal');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    // The chat, where a private link leads to it.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const file = `${folder}/page.html`;
    if (!existsSync(file)) throw fail('server.unavailable');
    const address = (await readSendingInbox(database.reader(), keys))?.address ?? null;
    return reply
      .headers({
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        vary: 'accept-language',
      })
      .type('text/html; charset=utf-8')
      .send(spoken(file, request, { customers: true, address }));
  };
  app.get('/portal', (_request, reply) => reply.redirect('/portal/'));
  // What stands in public answers is short; what it leads to is one of these pages, and never anything else.
  app.get<{ Params: { code: string } }>('/s/:code', (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .redirect(
        `/portal/private/${/^[\da-z]{1,40}$/i.test(request.params.code) ? request.params.code : '-'}`,
      ),
  );
  // Every address below it is one page, which reads the address.
  app.get('/portal/*', page);
}
