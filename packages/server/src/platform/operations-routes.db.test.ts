import { expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const scrape = async (server: TestServer, headers: Record<string, string> = {}) =>
  (await fetch(`${server.url}/metrics`, { headers })).status;

test.each(['', 'true', 'loopback'])(
  'with TRUST_PROXY=%s metrics without a token are for this machine, whatever a request says of itself',
  async (TRUST_PROXY) => {
    const server = await createTestServer({ TRUST_PROXY });
    expect(await scrape(server)).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
      expect([name, await scrape(server, { [name]: '127.0.0.1' })]).toEqual([name, 403]);
  },
);

test('metrics with a token are for whoever has it', async () => {
  const server = await createTestServer({ METRICS_TOKEN: 'a-token-for-metrics' });
  expect(await scrape(server)).toBe(403);
  const authorization = 'Bearer a-token-for-metrics';
  expect(await scrape(server, { authorization, 'x-forwarded-for': '203.0.113.7' })).toBe(200);
});
