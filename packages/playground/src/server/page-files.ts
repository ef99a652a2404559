import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { negotiateLocale } from '@fairlead/contract/locale';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The trading page runs its own files, the chat's loader and the chat's frame; nothing else. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The languages that the page is written in. */
const spoken = ['en', 'zh-CN', 'ja', 'ko', 'ru', 'es', 'vi'];
const catalogues = new URL('../../locales/', import.meta.url);

/** A file of the page: in its folder or in `assets/`, with no way to climb out. */
const fileName = /^(?:assets\/)?\w[\w.-]*$/;

/** Serves the built page. Files under `assets/` carry their hash in the name and are kept for ever; the rest is asked anew. */
export function registerPageFiles(app: FastifyInstance, assetsDir: string): void {
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const html = await contentOf(join(assetsDir, 'index.html'));
    if (!html)
      return reply.code(503).type('text/plain; charset=utf-8').send('The playground has not been built.');
    reply.headers({ 'content-security-policy': pagePolicy, vary: 'accept-language' });
    const said = withoutScripts(html.toString(), request);
    return send(reply, Buffer.from(said), '.html', request.headers['if-none-match']);
  };
  app.get('/', { prefixTrailingSlash: 'slash' }, page);
  app.get('/telegram', page);
  app.get('/facebook', page);
  app.get('/wechat', page);
  app.get('/x', page);
  app.get('/desk', page);

  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const name = request.params['*'];
    const extension = extname(name);
    const known = fileName.test(name) && extension !== '.html' && types[extension];
    const content = known ? await contentOf(join(assetsDir, name)) : undefined;
    if (!content) return reply.callNotFound();
    if (name.startsWith('assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
    return send(reply, content, extension, request.headers['if-none-match']);
  });
}

/** What the page says where no scripts run, in the reader's language. */
function withoutScripts(page: string, request: FastifyRequest): string {
  const wishes = (request.headers['accept-language'] ?? '').split(',').map((it) => it.split(';')[0] ?? '');
  const wish = negotiateLocale(wishes);
  const locale = spoken.find((it) => it === wish) ?? 'en';
  const text = JSON.parse(readFileSync(new URL(`${locale}.json`, catalogues), 'utf8')) as Record<
    string,
    string
  >;
  const help = `<a href="/help/">${text['header.help']}</a>`;
  return page.replace(
    '</body>',
    () => `<noscript><p lang="${locale}">${text['page.scripts']} ${help}</p></noscript></body>`,
  );
}

function send(reply: FastifyReply, content: Buffer, extension: string, known: string | undefined) {
  // Weak, since what is sent may be compressed.
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  if (known === tag) return reply.code(304).send();
  return reply.type(types[extension] ?? 'application/octet-stream').send(content);
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return;
    throw error;
  }
}
