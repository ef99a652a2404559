import type { ClientFrame, closeCodes, ServerFrame } from '@fairlead/contract';
import { backoff } from './backoff.ts';

/** The socket to the server, opened again whenever it is lost. */
export interface LiveLine {
  start: () => void;
  stop: () => void;
  /** False when the line is down: say it over HTTP then. */
  say: (frame: ClientFrame) => boolean;
  /** The browser is online again, or the page is looked at again: do not wait any longer, and doubt what seems alive. */
  poke: () => void;
}

interface Circumstances {
  /** Opens a socket. */
  open: () => WebSocket;
  hello: () => ClientFrame;
  onUp: () => void;
  /** So many openings in a row have failed. */
  onDown: (failures: number) => void;
  onFrame: (frame: ServerFrame) => void;
  /** The server does not accept who we say we are. */
  onRefused: () => void;
}

const codes: typeof closeCodes = { refused: 4401, flooding: 4429, restarting: 4503 };
const openPatience = 8_000;
const pingEvery = 25_000;
const pongPatience = 8_000;

export function createLiveLine(on: Circumstances): LiveLine {
  let socket: WebSocket | undefined;
  let up = false;
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  const later = (work: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
  const giveUpAfter = (milliseconds: number) => {
    clearTimeout(deadline);
    deadline = setTimeout(() => lose(0), milliseconds);
  };

  function connect() {
    clearTimeout(timer);
    let opened: WebSocket;
    try {
      opened = on.open();
    } catch {
      return lose(0);
    }
    socket = opened;
    giveUpAfter(openPatience);
    opened.addEventListener('open', () => opened.send(JSON.stringify(on.hello())));
    opened.addEventListener('message', ({ data }) => {
      if (opened === socket) receive(JSON.parse(String(data)) as ServerFrame);
    });
    opened.addEventListener('close', ({ code }) => {
      if (opened === socket) lose(code);
    });
  }

  function receive(frame: ServerFrame) {
    if (up || frame.t === 'welcome') {
      clearTimeout(deadline);
      later(ping, pingEvery);
    }
    if (frame.t === 'welcome') {
      up = true;
      failures = 0;
      on.onUp();
    } else if (frame.t !== 'pong') on.onFrame(frame);
  }

  function ping() {
    say({ t: 'ping' });
    giveUpAfter(pongPatience);
  }

  /** The socket is gone, or has been silent for so long that it must be. */
  function lose(code: number) {
    clearTimeout(deadline);
    const old = socket;
    socket = undefined;
    up = false;
    old?.close();
    if (!running) return;
    if (code === codes.refused) {
      stop();
      on.onRefused();
      return;
    }
    failures++;
    on.onDown(failures);
    later(connect, code === codes.restarting ? backoff(1) : backoff(code === codes.flooding ? 7 : failures));
  }

  function say(frame: ClientFrame): boolean {
    if (!up || socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function stop() {
    running = false;
    clearTimeout(timer);
    clearTimeout(deadline);
    const old = socket;
    socket = undefined;
    up = false;
    old?.close();
  }

  return {
    start() {
      if (running) return;
      running = true;
      failures = 0;
      connect();
    },
    stop,
    say,
    poke() {
      if (!running) return;
      if (up) ping();
      else if (!socket) connect();
    },
  };
}
