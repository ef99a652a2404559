import { type ClientFrame, livePath, type ServerFrame, serverFrame } from '@fairlead/contract';
import { WebSocket } from 'ws';

/** A client's socket in a test. Every frame is parsed by the contract. */
export interface LiveClient {
  /** All that was heard, in order. */
  readonly heard: ServerFrame[];
  say(frame: ClientFrame): void;
  /** The first frame heard, before or from now on, that fits. Fails after ten seconds. */
  hear<T extends ServerFrame>(fits: (frame: ServerFrame) => frame is T): Promise<T>;
  hear(fits: (frame: ServerFrame) => boolean): Promise<ServerFrame>;
  /** The code with which the server closes it. */
  closed(): Promise<number>;
  close(): void;
}

const patience = 10_000;

/** Opens a socket and says hello: as an agent by cookie, or as a customer by token. */
export function connectLive(
  url: string,
  who: { cookie: string } | { token: string; browserKey: string },
): LiveClient {
  const raw = new WebSocket(url.replace('http', 'ws') + livePath, {
    headers: 'cookie' in who ? { cookie: who.cookie } : {},
  });
  const heard: ServerFrame[] = [];
  const waiting = new Set<() => void>();
  let code: number | undefined;
  raw.on('open', () => {
    raw.send(JSON.stringify({ t: 'hello', ...('token' in who ? who : {}) } satisfies ClientFrame));
  });
  raw.on('message', (data: Buffer) => {
    heard.push(serverFrame.parse(JSON.parse(data.toString())));
    for (const look of waiting) look();
  });
  raw.on('error', () => {});
  raw.on('close', (closeCode) => {
    code = closeCode;
    for (const look of waiting) look();
  });

  function until<T>(found: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const result = found();
        if (result === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(result);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        const end = code === undefined ? 'still open' : `closed with ${code}`;
        reject(new Error(`${what} did not come (${end}); heard ${JSON.stringify(heard).slice(0, 2000)}`));
      }, patience);
      waiting.add(look);
      look();
    });
  }

  return {
    heard,
    say: (frame) => raw.send(JSON.stringify(frame)),
    hear: (fits: (frame: ServerFrame) => boolean) =>
      until(() => heard.find(fits), 'the frame') as Promise<never>,
    closed: () => until(() => code, 'the end'),
    close: () => raw.close(),
  };
}

/** Fits the event of a type. */
export function event(type: string) {
  return (frame: ServerFrame): frame is Extract<ServerFrame, { t: 'event' }> =>
    frame.t === 'event' && frame.event.type === type;
}

export const welcome = (frame: ServerFrame) => frame.t === 'welcome';
