import { Writable } from 'node:stream';
import { endpoints } from '@fairlead/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics.ts';
import { createHttp } from './http.ts';

const token = `flt_${'Q'.repeat(43)}`;
const lines: string[] = [];
const log = createLog(
  'trace',
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  }),
);
const http = createHttp({ log, metrics: createMetrics(), trustProxy: () => false });

beforeAll(() => {
  http.route(endpoints.help.categories, async ({ request }) => {
    log.warn({ headers: request.headers }, 'seen');
    throw new Error('broken');
  });
});
afterAll(() => http.stop());

test('what a program sends its token with reaches no log, whatever goes wrong', async () => {
  const answer = await http.app.inject({
    url: '/api/help/categories?locale=en',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(500);
  expect(lines.join()).toMatch(/seen[\s\S]*unexpected|unexpected[\s\S]*seen/);
  expect(lines.join() + answer.body).not.toContain(token);
});
