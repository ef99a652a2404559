import {
  type ClientFrame,
  type CustomerMessage,
  endpoints,
  livePath,
  type Message,
  type ServerFrame,
} from '@fairlead/contract';
import { createTestClient, type TestClient, type TestCustomer } from '@fairlead/server/testing';
import { WebSocket } from 'ws';
import { wait } from './message-load.ts';

/** A message and the key under which it was, and will be, sent until it is acknowledged. */
export interface Said {
  key: string;
  text: string;
}

const patience = 2_000;

/** Somebody who writes again and again, and insists until each message is acknowledged. */
abstract class ChaosPerson {
  readonly acknowledged: Said[] = [];
  repeated = 0;
  readonly name: string;
  #running = false;
  #turn: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(name: string) {
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

  /** Sends once; true when it was acknowledged. */
  protected abstract deliver(said: Said): Promise<boolean>;
  /** What is wrong with what this person sees, a line each. */
  abstract check(): Promise<string[]>;
}

/** A customer on a socket, who keeps their thread as the widget does: applies what follows, fetches what is missing. */
export class ChaosCustomer extends ChaosPerson {
  conversationId = '';
  readonly #url: string;
  readonly #customer: TestCustomer;
  #client: TestClient;
  readonly #thread = new Map<number, CustomerMessage>();
  readonly #acks = new Map<string, (accepted: boolean) => void>();
  #socket: WebSocket | undefined;

  constructor(url: string, customer: TestCustomer, name: string) {
    super(name);
    this.#url = url;
    this.#customer = customer;
    // Begins on the server that fills the database, and goes on at the one that is killed.
    this.#client = customer;
  }

  async start(): Promise<void> {
    const { conversation } = await this.#customer.call(endpoints.chat.start, {
      body: {
        key: `${this.name}-start`,
        text: `${this.name} begins`,
        attachmentIds: [],
        topic: null,
        locale: 'en',
      },
    });
    this.conversationId = conversation.id;
    this.#client = createTestClient(this.#url, this.#customer.headers);
  }

  protected async deliver({ key, text }: Said): Promise<boolean> {
    const socket = await this.#open();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        socket.terminate();
        resolve(false);
      }, patience);
      this.#acks.set(key, (accepted) => {
        clearTimeout(timer);
        this.#acks.delete(key);
        resolve(accepted);
      });
      const { conversationId } = this;
      socket.send(
        JSON.stringify({
          t: 'send',
          ref: key,
          key,
          conversationId,
          text,
          attachmentIds: [],
        } satisfies ClientFrame),
      );
    });
  }

  async #open(): Promise<WebSocket> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
    const socket = new WebSocket(this.#url.replace('http', 'ws') + livePath);
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        const { browserKey, session } = this.#customer;
        socket.send(JSON.stringify({ t: 'hello', token: session.token, browserKey } satisfies ClientFrame));
      });
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as ServerFrame;
        if (frame.t === 'welcome') resolve();
        this.#hear(frame);
      });
      socket.on('close', () => {
        reject(new Error('closed'));
        for (const settle of this.#acks.values()) settle(false);
      });
    });
    this.#socket = socket;
    await this.#catchUp();
    return socket;
  }

  #hear(frame: ServerFrame): void {
    if (frame.t === 'ack') this.#acks.get(frame.ref)?.(true);
    if (frame.t === 'refused' && frame.ref) this.#acks.get(frame.ref)?.(false);
    if (frame.t === 'event' && frame.event.type === 'message.posted') {
      const message = frame.event.message as CustomerMessage;
      if (message.conversationId === this.conversationId) this.#thread.set(message.seq, message);
    }
  }

  /** Fetches everything after the last message before which nothing is missing. */
  async #catchUp(): Promise<void> {
    let after = 0;
    while (this.#thread.has(after + 1)) after++;
    for (;;) {
      const { items } = await this.#client.call(endpoints.chat.messages, {
        params: { id: this.conversationId },
        query: { after, limit: 200 },
      });
      for (const message of items) this.#thread.set(message.seq, message);
      const last = items.at(-1);
      if (!last) return;
      after = last.seq;
    }
  }

  async check(): Promise<string[]> {
    await this.#open();
    await this.#catchUp();
    const seen = [...this.#thread.values()].sort((a, b) => a.seq - b.seq);
    const problems: string[] = [];
    if (seen.some((message, index) => message.seq !== index + 1)) problems.push(`${this.name} sees a gap`);
    const own = seen
      .filter((it) => it.author.type === 'customer')
      .map((it) => it.text)
      .slice(1);
    const said = this.acknowledged.map((it) => it.text);
    if (JSON.stringify(own) !== JSON.stringify(said)) {
      problems.push(`${this.name} said ${said.length} and sees ${own.length}, or in another order`);
    }
    this.#socket?.terminate();
    return problems;
  }
}

/** An agent who answers over plain HTTP. */
export class ChaosAgent extends ChaosPerson {
  readonly #agent: TestClient;
  readonly #id: string;
  readonly #conversations: readonly string[];

  constructor(agent: TestClient, id: string, conversations: readonly string[], name: string) {
    super(name);
    this.#agent = agent;
    this.#id = id;
    this.#conversations = conversations;
  }

  protected async deliver({ key, text }: Said): Promise<boolean> {
    // The same conversation for every attempt at the same message.
    const id = this.#conversations[this.acknowledged.length % this.#conversations.length] ?? '';
    const answer = await this.#agent.try(endpoints.conversations.post, {
      params: { id },
      body: { key, kind: 'text', text, attachmentIds: [], seenSeq: 0, confirmed: true },
    });
    return answer.ok;
  }

  async check(): Promise<string[]> {
    const problems: string[] = [];
    const seen: Message[] = [];
    for (const id of this.#conversations) {
      let after = 0;
      for (;;) {
        const { items } = await this.#agent.call(endpoints.conversations.messages, {
          params: { id },
          query: { after, limit: 200 },
        });
        if (items.some((message, index) => message.seq !== after + index + 1))
          problems.push(`${this.name} sees a gap`);
        seen.push(...items);
        const last = items.at(-1);
        if (!last) break;
        after = last.seq;
      }
    }
    const own = new Set(
      seen.filter((it) => it.author.id === this.#id && it.kind === 'text').map((it) => it.text),
    );
    const missing = this.acknowledged.filter((said) => !own.has(said.text));
    if (missing.length > 0) problems.push(`${this.name} misses ${missing.length} of their messages`);
    return problems;
  }
}
