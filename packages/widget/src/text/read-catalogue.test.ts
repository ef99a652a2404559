import { afterEach, expect, it, vi } from 'vitest';
import { readCatalogue } from './read-catalogue.ts';

afterEach(() => void vi.unstubAllGlobals());

it.each([
  [200, '{"a":"b"}', { a: 'b' }],
  [200, '<html>', null],
  [404, '{"error":{"code":"request.not_found"}}', null],
  [503, '', null],
])('of an answer %i %s the texts are %o', async (status, body, texts) => {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
  expect(await readCatalogue('/texts.json').catch(() => null)).toEqual(texts);
});
