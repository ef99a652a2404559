import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics.ts';
import { createHttp } from './http.ts';

/** Who sends a request byte by byte must not hold a connection for ever. */
const http = createHttp({
  log: createLog('silent'),
  metrics: createMetrics(),
  trustProxy: () => false,
  requestPatience: 200,
});
let port: number;

beforeAll(async () => {
  http.app.post('/slow', async () => 'whole');
  await http.app.listen({ port: 0, host: '127.0.0.1' });
  port = (http.app.server.address() as AddressInfo).port;
});
afterAll(() => http.stop());

test.each([
  ['head', 'POST /slow HTTP/1.1\r\nHost: a\r\nX-Long: '],
  [
    'body',
    'POST /slow HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
  ],
])('a request whose %s never ends is answered 408 and let go', async (_part, begun) => {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => {
    said += data.toString();
  });
  const drip = setInterval(() => socket.write('a'), 20);
  socket.on('error', () => {});
  socket.write(begun);
  await once(socket, 'close');
  clearInterval(drip);
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
});
