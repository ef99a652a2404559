import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientFrame, closeCodes, livePath } from '@fairlead/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ManualClock } from '../../testing/manual-clock.ts';
import { createLocalBus } from '../bus/local-bus.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics.ts';
import { createLive, type Live } from './live.ts';

let http: Server;
let live: Live;
let gap: () => void;
const clock = new ManualClock();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const gapListeners: Array<() => void> = [];
  gap = () => {
    for (const listener of gapListeners) listener();
  };
  live = createLive({
    bus: { ...createLocalBus(), onGap: (listener) => void gapListeners.push(listener) },
    clock,
    log: createLog('silent'),
    metrics: createMetrics(),
    socketsPerAddress: 3,
    addressOf: (upgrade: IncomingMessage) => String(upgrade.headers['x-address'] ?? 'here'),
  });
  live.identifyBy(async (_upgrade, { token }) =>
    token
      ? {
          type: 'customer',
          id: token,
          verified: true,
          inboxId: 'inbox',
          session: { endsAt: new Date(clock.now().getTime() + 3_600_000), vouchedBy: null },
        }
      : { type: 'nobody' },
  );
  http = createServer().on('upgrade', (request, socket, head) => live.upgrade(request, socket, head));
  await once(http.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  vi.useRealTimers();
  await live.stop();
  http.close();
});

function connect(address = 'here') {
  const { port } = http.address() as AddressInfo;
  const raw = new WebSocket(`ws://127.0.0.1:${port}${livePath}`, { headers: { 'x-address': address } });
  const heard: string[] = [];
  const { promise: answered, resolve } = Promise.withResolvers<string>();
  raw.on('message', (data: Buffer) => {
    const { t } = JSON.parse(data.toString()) as { t: string };
    heard.push(t);
    resolve(t);
  });
  raw.on('error', () => {});
  const refused = new Promise<number | undefined>((done) =>
    raw.on('unexpected-response', (_request, response) => done(response.statusCode)),
  );
  const closed = new Promise<number>((done) => raw.on('close', done));
  const say = (frame: ClientFrame) => raw.send(JSON.stringify(frame));
  return { raw, heard, answered, refused, closed, say, opened: once(raw, 'open') };
}

async function greet(name: string) {
  const socket = connect();
  await socket.opened;
  socket.say({ t: 'hello', token: name });
  expect(await socket.answered).toBe('welcome');
  return socket;
}

test('a socket that does not say hello within ten seconds is let go, one that did stays', async () => {
  const known = await greet('linh');
  const silent = connect();
  await silent.opened;
  vi.advanceTimersByTime(10_000);
  expect(silent.raw.readyState).toBe(WebSocket.OPEN);
  vi.advanceTimersByTime(5_000);
  await silent.closed;
  expect(known.raw.readyState).toBe(WebSocket.OPEN);
});

test('a ping is answered to those who are known alone', async () => {
  const stranger = connect();
  await stranger.opened;
  stranger.say({ t: 'ping' });
  expect(await stranger.closed).toBe(closeCodes.refused);
  expect(stranger.heard).toEqual(['refused']);

  const known = await greet('linh');
  known.say({ t: 'ping' });
  await vi.waitFor(() => expect(known.heard).toEqual(['welcome', 'pong']));
});

test('a socket is closed when the token by which its customer is known runs out', async () => {
  const known = await greet('linh');
  clock.advance({ minutes: 59 });
  vi.advanceTimersByTime(5_000);
  expect(known.raw.readyState).toBe(WebSocket.OPEN);
  clock.advance({ minutes: 2 });
  vi.advanceTimersByTime(5_000);
  expect(await known.closed).toBe(closeCodes.refused);
});

test('one address has so many sockets and no more, whatever other addresses have', async () => {
  const held = [connect('2001:db8::1'), connect('2001:db8::1'), connect('2001:db8::1')];
  await Promise.all(held.map(({ opened }) => opened));
  const more = connect('2001:db8::2');
  more.opened.catch(() => {});
  expect(await more.refused).toBe(429);
  more.raw.terminate();
  await connect('2001:db8:0:1::1').opened;

  held[0]?.raw.close();
  await held[0]?.closed;
  await connect('2001:db8::2').opened;
});

test('when it stops nobody gets in, everybody is sent elsewhere, and whoever waits for a hint waits no longer', async () => {
  const known = await greet('linh');
  const heard: string[] = [];
  live.listen('topic', ({ kind }) => heard.push(`before: ${kind}`));
  const stopped = live.stop();
  live.listen('topic', ({ kind }) => heard.push(`after: ${kind}`));
  const late = connect();
  late.opened.catch(() => {});
  expect(await late.refused).toBe(503);
  expect(await known.closed).toBe(closeCodes.restarting);
  await stopped;
  expect(heard).toEqual(['before: end', 'after: end']);
});

test('whoever listens hears what is said on the topic, and that something may have been missed, until they stop', () => {
  const heard: unknown[] = [];
  const stop = live.listen('topic', (it) => heard.push(it));
  const typing = { type: 'agent.typing', conversationId: 'k1', on: true, name: 'Mei' } as const;
  live.tell(['topic', 'other'], typing);
  gap();
  expect(heard).toEqual([{ kind: 'event', event: typing }, { kind: 'gap' }]);
  stop();
  live.tell(['topic'], typing);
  gap();
  expect(heard).toHaveLength(2);
});
