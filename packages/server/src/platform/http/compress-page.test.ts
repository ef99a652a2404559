import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { compressPage } from './compress-page.ts';

const page = `<!doctype html><p>${'A deposit waits for its confirmations. '.repeat(100)}</p>`;

async function ask(
  accept: string | undefined,
  type = 'text/html; charset=utf-8',
  body: string | Buffer = page,
) {
  const app = fastify();
  onTestFinished(() => app.close());
  app.addHook('onSend', compressPage);
  app.get('/', (_request, reply) => reply.header('vary', 'accept-language').type(type).send(body));
  const headers = accept === undefined ? {} : { 'accept-encoding': accept };
  return app.inject({ url: '/', headers });
}

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
])('a page for %s is sent as %s', async (accept, encoding, open) => {
  const answer = await ask(accept);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['vary']).toBe('accept-language, accept-encoding');
  expect(answer.rawPayload.length).toBeLessThan(page.length / 4);
  expect(open(answer.rawPayload).toString()).toBe(page);
});

test.each([
  ['for who reads no compressed ones', undefined, 'text/html', page],
  ['where every encoding is refused', 'br;q=0, identity', 'text/html', page],
  ['of the API', 'br', 'application/json', page],
  ['that is small', 'br', 'text/html', '<p>No</p>'],
])('an answer %s is sent as it is', async (_why, accept, type, body) => {
  const answer = await ask(accept, type, body);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.payload).toBe(body);
});
