import { type ClientFrame, endpoints, type ServerFrame } from '@fairlead/contract';
import {
  createTestClient,
  type TestAgent,
  type TestClient,
  type TestCustomer,
} from '@fairlead/server/testing';
import { ChaosPerson, type Opening, type Said, type Seen } from './chaos-person.ts';

const patience = 2_000;

/** A customer who writes over their socket. */
export class ChaosCustomer extends ChaosPerson {
  conversationId = '';
  readonly #customer: TestCustomer;
  readonly #client: TestClient;
  readonly #acks = new Map<string, (accepted: boolean) => void>();

  constructor(url: string, customer: TestCustomer, name: string) {
    super(url, name);
    this.#customer = customer;
    this.#client = createTestClient(url, customer.headers);
  }

  /** Begins on the server that fills the database; all else happens on the one that is killed. */
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
    this.follow(conversation.id);
  }

  protected async deliver({ key, text }: Said): Promise<boolean> {
    const socket = await this.open();
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
      const frame: ClientFrame = { t: 'send', ref: key, key, conversationId, text, attachmentIds: [] };
      socket.send(JSON.stringify(frame));
    });
  }

  protected opening(): Opening {
    const { browserKey, session } = this.#customer;
    return { hello: { t: 'hello', token: session.token, browserKey }, headers: {} };
  }

  protected async fetch(id: string, after: number): Promise<Seen[]> {
    const query = { after, limit: 200 };
    return (await this.#client.call(endpoints.chat.messages, { params: { id }, query })).items;
  }

  protected override hear(frame: ServerFrame): void {
    if (frame.t === 'ack') this.#acks.get(frame.ref)?.(true);
    if (frame.t === 'refused' && frame.ref) this.#acks.get(frame.ref)?.(false);
  }

  protected override closed(): void {
    for (const settle of this.#acks.values()) settle(false);
  }
}

/** An agent who hears over a socket and answers over plain HTTP, as the console does. */
export class ChaosAgent extends ChaosPerson {
  readonly #agent: TestAgent;
  readonly #client: TestClient;
  readonly #conversations: readonly string[];

  constructor(url: string, agent: TestAgent, conversations: readonly string[], name: string) {
    super(url, name);
    this.#agent = agent;
    this.#client = createTestClient(url, agent.headers);
    this.#conversations = conversations;
    for (const id of conversations) this.follow(id);
  }

  protected async deliver({ key, text }: Said): Promise<boolean> {
    await this.open();
    // The same conversation for every attempt at the same message.
    const id = this.#conversations[this.acknowledged.length % this.#conversations.length] ?? '';
    const answer = await this.#client.try(endpoints.conversations.post, {
      params: { id },
      body: { key, kind: 'text', text, attachmentIds: [], seenSeq: 0, confirmed: true },
    });
    return answer.ok;
  }

  protected opening(): Opening {
    return { hello: { t: 'hello' }, headers: { cookie: this.#agent.cookie } };
  }

  protected async fetch(id: string, after: number): Promise<Seen[]> {
    const query = { after, limit: 200 };
    return (await this.#client.call(endpoints.conversations.messages, { params: { id }, query })).items;
  }
}
