import { closeCodes, type ServerFrame } from '@fairlead/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff } from './backoff.ts';
import { type LiveConnection, LiveSocket } from './live-socket.ts';

class FakeSocket extends EventTarget {
  said: unknown[] = [];
  closed = false;
  send(text: string) {
    this.said.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  hear(frame: ServerFrame) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
  welcome() {
    this.dispatchEvent(new Event('open'));
    this.hear({ t: 'welcome', as: 'agent' });
  }
  breakOff(code = 1006) {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

let sockets: FakeSocket[];
let states: LiveConnection[];
let gaps: number;
let refused: number;
let live: LiveSocket;
const last = () => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  states = [];
  gaps = 0;
  refused = 0;
  live = new LiveSocket({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    onEvent: () => {},
    onGap: () => gaps++,
    onConnection: (state) => states.push(state),
    onRefused: () => refused++,
    random: () => 1,
  });
  live.start();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

it('says hello, and is live once welcomed; what was fetched before may lack something', () => {
  expect(live.connection).toBe('connecting');
  last().welcome();
  expect(last().said).toEqual([{ t: 'hello' }]);
  expect(live.connection).toBe('live');
  expect(gaps).toBe(1);
});

it('comes back after longer and longer pauses, and asks for what it missed', () => {
  last().welcome();
  last().breakOff();
  expect(states).toEqual(['live', 'connecting']);
  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(2);
  last().breakOff();
  expect(live.connection).toBe('offline');
  vi.advanceTimersByTime(999);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(sockets).toHaveLength(3);
  last().welcome();
  expect(live.connection).toBe('live');
  expect(gaps).toBe(2);
});

it('tries at once when the network is back, without a second socket', () => {
  last().breakOff();
  live.wake();
  expect(sockets).toHaveLength(2);
  live.wake();
  expect(sockets).toHaveLength(2);
});

it('takes a peer that no longer answers for gone', () => {
  last().welcome();
  vi.advanceTimersByTime(25_000);
  expect(last().said).toContainEqual({ t: 'ping' });
  last().hear({ t: 'pong' });
  vi.advanceTimersByTime(25_000);
  const silent = last();
  vi.advanceTimersByTime(8_000);
  expect(silent.closed).toBe(true);
  expect(live.connection).toBe('connecting');
});

it('says again which thread is on screen', () => {
  last().welcome();
  live.view('c1', true);
  last().breakOff(closeCodes.restarting);
  vi.advanceTimersByTime(500);
  last().welcome();
  expect(last().said).toEqual([{ t: 'hello' }, { t: 'view', conversationId: 'c1', replying: true }]);
});

it('does not come back with a session that was refused', () => {
  last().breakOff(closeCodes.refused);
  vi.advanceTimersByTime(120_000);
  live.wake();
  expect(sockets).toHaveLength(1);
  expect(refused).toBe(1);
  expect(live.connection).toBe('offline');
});

it('asks for what is on screen when the server says that hints were lost', () => {
  last().welcome();
  last().hear({ t: 'resync' });
  expect(gaps).toBe(2);
});

describe('backoff', () => {
  it.each([
    [1, 0, 250],
    [1, 1, 500],
    [3, 1, 2_000],
    [20, 1, 30_000],
    [20, 0, 15_000],
  ])('after %i failures with chance %i waits %i ms', (failures, chance, expected) => {
    expect(backoff(failures, () => chance)).toBe(expected);
  });
});
