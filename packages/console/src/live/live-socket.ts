import { type AgentEvent, type ClientFrame, closeCodes, type ServerFrame } from '@fairlead/contract';
import { backoff } from './backoff.ts';

/** `connecting` at first and for a short break; `offline` once a second attempt has failed. */
export type LiveConnection = 'connecting' | 'live' | 'offline';

interface LiveSocketOptions {
  open: () => WebSocket;
  onEvent: (event: AgentEvent) => void;
  /** Hints may have been missed: before every welcome, also the first, since screens fetch while the socket opens; and when the server says so. */
  onGap: () => void;
  onConnection: (connection: LiveConnection) => void;
  /** The server no longer takes this session; no further attempt is made. */
  onRefused: () => void;
  random?: () => number;
}

const pingEvery = 25_000;
/** A peer that says nothing for so long after a ping is gone, whatever the network believes. */
const patience = 8_000;

/** The agent's socket: says hello, keeps itself alive, and comes back by itself. */
export class LiveSocket {
  readonly #options: LiveSocketOptions;
  #socket: WebSocket | null = null;
  #listening = new AbortController();
  #connection: LiveConnection = 'connecting';
  #failures = 0;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #liveness: ReturnType<typeof setTimeout> | undefined;
  /** What the server must be told again after it forgot us. */
  #view: ClientFrame | null = null;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
  }

  get connection(): LiveConnection {
    return this.#connection;
  }

  /** Begins; also after `stop`. */
  start(): void {
    this.#stopped = false;
    this.#connect();
  }

  /** Ends for good. */
  stop(): void {
    this.#stopped = true;
    this.#drop();
  }

  /** Tries at once instead of waiting: the network is back, or the page in sight again. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#connection === 'live') this.#ping();
    else if (!this.#socket) this.#connect();
  }

  /** Says which thread is on screen, now and after every reconnect. */
  view(conversationId: string | null, replying: boolean): void {
    this.#view = { t: 'view', conversationId, replying };
    this.say(this.#view);
  }

  /** Says something if the socket is live; what is said is a hint that nobody misses, so it is not kept. */
  say(frame: ClientFrame): void {
    if (this.#connection === 'live') this.#socket?.send(JSON.stringify(frame));
  }

  #connect(): void {
    this.#drop();
    const socket = this.#options.open();
    this.#socket = socket;
    this.#expect(() => this.#lost(socket));
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const hello = JSON.stringify({ t: 'hello' } satisfies ClientFrame);
    socket.addEventListener('open', () => socket.send(hello), { signal });
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data) as ServerFrame), {
      signal,
    });
    socket.addEventListener('close', ({ code }) => this.#lost(socket, code), { signal });
  }

  #receive(frame: ServerFrame): void {
    clearTimeout(this.#liveness);
    this.#liveness = setTimeout(() => this.#ping(), pingEvery);
    if (frame.t === 'event') this.#options.onEvent(frame.event as AgentEvent);
    else if (frame.t === 'resync') this.#options.onGap();
    else if (frame.t === 'welcome') {
      this.#failures = 0;
      this.#become('live');
      if (this.#view) this.say(this.#view);
      this.#options.onGap();
    }
  }

  #ping(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.say({ t: 'ping' });
    this.#expect(() => this.#lost(socket));
  }

  #expect(otherwise: () => void): void {
    clearTimeout(this.#liveness);
    this.#liveness = setTimeout(otherwise, patience);
  }

  #lost(socket: WebSocket, code?: number): void {
    if (socket !== this.#socket) return;
    this.#drop();
    if (this.#stopped) return;
    if (code === closeCodes.refused) {
      this.#stopped = true;
      this.#become('offline');
      return this.#options.onRefused();
    }
    this.#failures += 1;
    this.#become(this.#failures > 1 ? 'offline' : 'connecting');
    // A flood is not stopped by coming back quickly.
    const failures = code === closeCodes.flooding ? Math.max(6, this.#failures) : this.#failures;
    this.#timer = setTimeout(() => this.#connect(), backoff(failures, this.#options.random));
  }

  #drop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#liveness);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    this.#listening.abort();
    socket.close();
  }

  #become(connection: LiveConnection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#options.onConnection(connection);
  }
}
