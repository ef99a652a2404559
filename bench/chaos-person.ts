import { type ClientFrame, livePath, type ServerFrame } from '@fairlead/contract';
import { WebSocket } from 'ws';
import { wait } from './message-load.ts';

/** A message and the key under which it was, and will be, sent until it is acknowledged. */
export interface Said {
  key: string;
  text: string;
}

/** A message as it stood on somebody's screen; `seq` in the numbering of who looks. */
export interface Seen {
  id: string;
  seq: number;
  text: string;
}

/** How somebody opens their socket. */
export interface Opening {
  hello: Extract<ClientFrame, { t: 'hello' }>;
  headers: Record<string, string>;
}

/**
 * Somebody who writes again and again, and insists until each message is acknowledged. Meanwhile they keep the threads that are
 * theirs as the applications do: by what their socket tells, and by fetching what follows the last message before which nothing is
 * missing, whenever the socket was away.
 */
export abstract class ChaosPerson {
  readonly acknowledged: Said[] = [];
  repeated = 0;
  /** What was on screen twice and not the same, a line each. */
  readonly contradictions: string[] = [];
  readonly name: string;
  readonly #url: string;
  readonly #threads = new Map<string, Map<number, Seen>>();
  #socket: WebSocket | undefined;
  #running = false;
  #turn: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(url: string, name: string) {
    this.#url = url;
    this.name = name;
  }

  begin(): void {
    this.#running = true;
    this.#turn = this.#talk();
  }

  async finish(): Promise<void> {
    this.#running = false;
    await this.#turn;
  }

  /** Looks once more, and leaves. */
  async leave(): Promise<void> {
    await this.open();
    await this.#catchUp();
    this.#socket?.terminate();
  }

  /** What they saw in the end, a thread each, in order. */
  seen(): Array<[conversationId: string, messages: Seen[]]> {
    return [...this.#threads].map(([id, thread]) => [id, [...thread.values()].sort((a, b) => a.seq - b.seq)]);
  }

  /** Keeps a thread from now on. */
  protected follow(conversationId: string): void {
    this.#threads.set(conversationId, new Map());
  }

  /** Sends once; true when it was acknowledged. */
  protected abstract deliver(said: Said): Promise<boolean>;
  protected abstract opening(): Opening;
  protected abstract fetch(conversationId: string, after: number): Promise<Seen[]>;
  /** A frame of the socket that is not about a message. */
  protected hear(_frame: ServerFrame): void {}
  protected closed(): void {}

  /** The socket, opened anew where it is not open. */
  protected async open(): Promise<WebSocket> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
    const { hello, headers } = this.opening();
    const socket = new WebSocket(this.#url.replace('http', 'ws') + livePath, { headers });
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => socket.send(JSON.stringify(hello)));
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as ServerFrame;
        if (frame.t === 'welcome') resolve();
        if (frame.t === 'resync') this.#catchUp().catch(() => socket.terminate());
        if (frame.t === 'event' && frame.event.type === 'message.posted') this.#see(frame.event.message);
        this.hear(frame);
      });
      socket.on('close', () => {
        reject(new Error('closed'));
        this.closed();
      });
    });
    this.#socket = socket;
    await this.#catchUp();
    return socket;
  }

  async #talk(): Promise<void> {
    while (this.#running) {
      const key = `${this.name}-${++this.#count}`.padEnd(10, '-');
      const said = { key, text: `${key} ${crypto.randomUUID()}` };
      for (let attempt = 1; !(await this.deliver(said).catch(() => false)); attempt++) {
        this.repeated++;
        await wait(Math.min(50 * attempt, 300));
      }
      this.acknowledged.push(said);
      await wait(Math.random() * 60);
    }
  }

  /** Fetches everything after the last message before which nothing is missing. */
  async #catchUp(): Promise<void> {
    for (const [id, thread] of this.#threads) {
      let after = 0;
      while (thread.has(after + 1)) after++;
      for (;;) {
        const items = await this.fetch(id, after);
        for (const message of items) this.#see({ ...message, conversationId: id });
        const last = items.at(-1);
        if (!last) break;
        after = last.seq;
      }
    }
  }

  #see({ conversationId, id, seq, text }: Seen & { conversationId: string }): void {
    const thread = this.#threads.get(conversationId);
    if (!thread) return;
    const before = thread.get(seq);
    if (before && (before.id !== id || before.text !== text)) {
      this.contradictions.push(`${this.name} saw two different messages at ${seq}`);
    }
    thread.set(seq, { id, seq, text });
  }
}
