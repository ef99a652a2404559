import type { ClientFrame, ServerFrame } from '@fairlead/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveLine } from './live-line.ts';

/** A socket whose other end is the test. */
class Socket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  readonly said: ClientFrame[] = [];
  send(text: string) {
    this.said.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  hear(frame: ServerFrame) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
  welcome() {
    this.open();
    this.hear({ t: 'welcome', as: 'customer' });
  }
  lose(code: number) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

function setUp() {
  const sockets: Socket[] = [];
  const log: string[] = [];
  const line = createLiveLine({
    open() {
      sockets.push(new Socket());
      return sockets.at(-1) as unknown as WebSocket;
    },
    hello: () => ({ t: 'hello', token: 'token', browserKey: 'key' }),
    onUp: () => log.push('up'),
    onDown: (failures) => log.push(`down ${failures}`),
    onFrame: (frame) => log.push(frame.t),
    onRefused: () => log.push('refused'),
  });
  line.start();
  const last = () => sockets.at(-1) as Socket;
  return { line, sockets, log, last };
}

describe('the line', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', Socket);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says hello, and is up once it is welcome', () => {
    const { line, last, log } = setUp();
    last().open();
    expect(last().said).toEqual([{ t: 'hello', token: 'token', browserKey: 'key' }]);
    expect(line.say({ t: 'ping' })).toBe(false);
    last().hear({ t: 'welcome', as: 'customer' });
    expect(log).toEqual(['up']);
    expect(line.say({ t: 'active' })).toBe(true);
  });

  it('comes back by itself, each time a little later', async () => {
    const { sockets, last, log } = setUp();
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const count = sockets.length;
      const from = Date.now();
      last().lose(1006);
      while (sockets.length === count) await vi.advanceTimersByTimeAsync(50);
      waits.push(Date.now() - from);
    }
    expect(waits[0]).toBeLessThanOrEqual(550);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(15_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(30_050);
    expect(log.at(-1)).toBe('down 8');
  });

  it('gives up a socket that does not answer a ping', async () => {
    const { sockets, last, log } = setUp();
    last().welcome();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(last().said.at(-1)).toEqual({ t: 'ping' });
    last().hear({ t: 'pong' });
    await vi.advanceTimersByTimeAsync(24_000);
    expect(log).toEqual(['up']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log).toEqual(['up', 'down 1']);
    expect(sockets).toHaveLength(2);
  });

  it('gives up an opening that takes too long', async () => {
    const { log } = setUp();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(log).toEqual(['down 1']);
  });

  it('does not wait any longer when the browser is online again', async () => {
    const { line, sockets, last } = setUp();
    for (let round = 0; round < 6; round++) {
      last().lose(1006);
      line.poke();
    }
    expect(sockets).toHaveLength(7);
  });

  it('doubts a living socket when the page is looked at again', async () => {
    const { line, last, log } = setUp();
    last().welcome();
    line.poke();
    expect(last().said.at(-1)).toEqual({ t: 'ping' });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(log).toEqual(['up', 'down 1']);
  });

  it('does not come back with a token that was refused', async () => {
    const { sockets, last, log } = setUp();
    last().open();
    last().lose(4401);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(log).toEqual(['refused']);
    expect(sockets).toHaveLength(1);
  });

  it('hears nothing from a socket that it left', () => {
    const { line, last, log } = setUp();
    last().welcome();
    const left = last();
    line.stop();
    left.hear({ t: 'resync' });
    left.lose(1006);
    expect(log).toEqual(['up']);
  });
});
