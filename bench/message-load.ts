import { type ClientFrame, livePath, type ServerFrame } from '@fairlead/contract';
import { WebSocket } from 'ws';
import { percentile } from './table.ts';

/** One who writes and one who hears it, on two sockets. */
export interface Pair {
  sender: WebSocket;
  receiver: WebSocket;
  conversationId: string;
}

export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Opens a socket and waits until it may speak. */
export function openSocket(url: string, hello: ClientFrame | null, cookie?: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws') + livePath, {
      headers: cookie ? { cookie } : {},
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed before it was welcome (${code})`)));
    // As every client does: the server lets go of who falls silent.
    const sign = setInterval(
      () => socket.readyState === WebSocket.OPEN && hello && socket.send('{"t":"ping"}'),
      30_000,
    );
    socket.on('close', () => clearInterval(sign));
    if (!hello) {
      socket.on('open', () => resolve(socket));
      return;
    }
    socket.on('open', () => socket.send(JSON.stringify(hello)));
    const listener = (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ServerFrame;
      if (frame.t === 'refused') reject(new Error(`not welcome: ${data}`));
      if (frame.t !== 'welcome') return;
      socket.off('message', listener);
      resolve(socket);
    };
    socket.on('message', listener);
  });
}

/**
 * Sends for some seconds and measures from sending to delivery on the other socket. With a `rate` (messages a second over all pairs)
 * messages leave by the clock, whatever the answers; without, each sender has `window` messages under way.
 */
export async function runLoad(
  pairs: readonly Pair[],
  options: { seconds: number; window?: number; rate?: number },
): Promise<LoadResult> {
  const latencies: number[] = [];
  const sent = new Map<string, number>();
  let number = 0;
  let running = true;
  const begun = performance.now();

  const send = (pair: Pair) => {
    const ref = `m${begun.toFixed(0)}-${++number}`.padEnd(12, 'x').slice(-40);
    sent.set(ref, performance.now());
    pair.sender.send(
      JSON.stringify({
        t: 'send',
        ref,
        key: ref,
        conversationId: pair.conversationId,
        text: `${ref} My withdrawal of 1,250 USDT has been under review since yesterday evening.`,
        attachmentIds: [],
      } satisfies ClientFrame),
    );
  };
  const listeners = pairs.map((pair) => {
    const listener = (data: Buffer) => {
      const ref = /"text":"(m[\w-]+)/.exec(data.toString())?.[1];
      const at = ref === undefined ? undefined : sent.get(ref);
      if (ref === undefined || at === undefined) return;
      sent.delete(ref);
      latencies.push(performance.now() - at);
      if (running && options.rate === undefined) send(pair);
    };
    pair.receiver.on('message', listener);
    return () => pair.receiver.off('message', listener);
  });

  if (options.rate === undefined) {
    for (const pair of pairs) for (let n = 0; n < (options.window ?? 1); n++) send(pair);
    await wait(options.seconds * 1000);
  } else {
    const { rate } = options;
    let due = 0;
    while (performance.now() - begun < options.seconds * 1000) {
      for (; due < ((performance.now() - begun) / 1000) * rate; due++) {
        const pair = pairs[due % pairs.length];
        if (pair) send(pair);
      }
      await wait(2);
    }
  }
  running = false;
  const perSecond = latencies.length / ((performance.now() - begun) / 1000);
  for (let patience = 0; sent.size > 0 && patience < 3000; patience++) await wait(10);
  if (sent.size > 0) throw new Error(`${sent.size} messages never arrived`);
  for (const stop of listeners) stop();
  return { perSecond, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
