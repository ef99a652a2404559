import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchPicture, PictureUnavailable } from './fetch-picture.ts';
import { allowedAddresses } from './public-address.ts';

const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
const asked: Array<{ url: string; headers: IncomingHttpHeaders }> = [];
const answers: Record<string, (response: ServerResponse) => void> = {
  '/gif?a=1&b=2': (response) => response.setHeader('set-cookie', 'a=b').end(gif),
  '/large': (response) => response.end(Buffer.concat([gif, Buffer.alloc(6 * 1024 * 1024)])),
  '/svg': (response) =>
    response.setHeader('content-type', 'image/svg+xml').end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  '/page': (response) => response.setHeader('content-type', 'image/gif').end('<html>hello</html>'),
  '/moved': (response) => response.writeHead(302, { location: '/gif?a=1&b=2' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://[::1]:1/gif' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};
const server = createServer((request, response) => {
  asked.push({ url: request.url ?? '', headers: request.headers });
  const answer = answers[request.url ?? ''];
  if (answer) answer(response);
  else response.writeHead(404).end();
});
let base: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const here = allowedAddresses(['127.0.0.0/8']);

test('a picture comes by its bytes, asked for by nobody in particular', async () => {
  asked.length = 0;
  await expect(fetchPicture(`http://${base}/moved`, here)).resolves.toEqual({
    type: 'image/gif',
    bytes: gif,
  });
  expect(asked.map(({ url }) => url)).toEqual(['/moved', '/gif?a=1&b=2']);
  for (const { headers } of asked)
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
});

test.each(['/large', '/svg', '/page', '/round', '/inside', '/file', '/nothing'])(
  'what %s answers is not shown',
  async (path) => {
    await expect(fetchPicture(`http://${base}${path}`, here)).rejects.toBeInstanceOf(PictureUnavailable);
  },
);

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::ffff:7f00:1]/',
  'http://localhost/',
  'http://169.254.169.254/latest/meta-data/',
  'ftp://example.com/a.gif',
  'no address',
])('%s is not asked', async (address) => {
  const allows = allowedAddresses(false);
  const port = new URL(`http://${base}`).port;
  asked.length = 0;
  await expect(fetchPicture(address, allows)).rejects.toBeInstanceOf(PictureUnavailable);
  await expect(
    fetchPicture(address.replace(/^(http:\/\/[^/]+)\//, `$1:${port}/`), allows),
  ).rejects.toBeInstanceOf(PictureUnavailable);
  expect(asked).toEqual([]);
});
