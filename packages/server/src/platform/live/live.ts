import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type AgentEvent,
  type ClientFrame,
  type CustomerEvent,
  clientFrame,
  closeCodes,
  livePath,
  type ServerFrame,
} from '@fairlead/contract';
import { type WebSocket, WebSocketServer } from 'ws';
import type { z } from 'zod';
import type { AgentActor, Caller, CustomerActor } from '../actor.ts';
import type { Bus } from '../bus/bus.ts';
import type { Clock } from '../clock.ts';
import type { Tx } from '../database/database.ts';
import { fail } from '../fail.ts';
import { addressBlock } from '../http/address-block.ts';
import { errorAnswer } from '../http/error-answer.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics.ts';
import { Connection, type LiveSocket } from './socket.ts';
import { TopicTable } from './topic-table.ts';

type Frame = z.output<typeof clientFrame>;
type FrameOf<T extends ClientFrame['t']> = Extract<Frame, { t: T }>;
type FrameHandler<T extends ClientFrame['t']> = (socket: LiveSocket, frame: FrameOf<T>) => Promise<void>;
/** Who opened a socket: by the cookie of the upgrade, or by the token of `hello`. */
type SocketIdentifier = (upgrade: IncomingMessage, hello: FrameOf<'hello'>) => Promise<Caller>;

/** What a request that waits hears: a hint, that hints may have been missed, or that the node stops and it must wait no longer. */
export type Heard =
  | { readonly kind: 'event'; readonly event: AgentEvent | CustomerEvent }
  | { readonly kind: 'gap' }
  | { readonly kind: 'end' };

export interface Live {
  /** Takes part in the HTTP server's upgrades. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Port: who opens a socket. */
  identifyBy(identify: SocketIdentifier): void;
  /** Serves one kind of frame; `hello` and `ping` are served here. */
  on<T extends Exclude<ClientFrame['t'], 'hello' | 'ping'>>(type: T, handler: FrameHandler<T>): void;
  onOpen(listener: (socket: LiveSocket) => void | Promise<void>): void;
  onClose(listener: (socket: LiveSocket) => void | Promise<void>): void;
  /** Tells those who watch the topics, on every node, once the transaction is committed. */
  hint(tx: Pick<Tx, 'afterCommit'>, topics: readonly string[], event: AgentEvent | CustomerEvent): void;
  /** Tells them now: for what is kept nowhere, such as typing. */
  tell(topics: readonly string[], event: AgentEvent | CustomerEvent): void;
  /** Tells only those on this node. */
  tellHere(topics: readonly string[], event: AgentEvent | CustomerEvent): void;
  /** Calls back on what happens to a topic on this node; answers how to stop. For requests that wait. */
  listen(topic: string, listener: (heard: Heard) => void): () => void;
  /** Open sockets of a caller on this node. */
  countOf(callerId: string): number;
  /** Closes a caller's sockets on this node, so that they come back with the rights they now have. */
  closeAll(callerId: string, code: number): void;
  /** Lets nobody in any more, and sends everyone home, to come back to a node that lives. Requests that wait for a hint end now. */
  stop(): Promise<void>;
}

const silence = 75_000;
/** Milliseconds within which a socket must say who it is. */
const helloPatience = 10_000;
/**
 * Sockets of one address on one node. Offices, universities and mobile networks put thousands of people behind one address, so this
 * is no measure of a person: it only keeps one machine from taking every socket that a node can hold.
 */
const perAddress = 2_000;
const burst = 120;
const perSecond = 30;

export function createLive(options: {
  bus: Bus;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** Where an upgrade comes from. */
  addressOf: (upgrade: IncomingMessage) => string;
  unlimited?: boolean;
  socketsPerAddress?: number;
}): Live {
  const { bus, clock, log, metrics, socketsPerAddress = perAddress } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  const connections = new Map<Connection, LiveSocket | undefined>();
  const callers = new Map<string, Set<Connection>>();
  const addresses = new Map<string, number>();
  const waiting = new Set<(heard: Heard) => void>();
  let stopping = false;
  const topics = new TopicTable(bus);
  const handlers = new Map<string, FrameHandler<never>>();
  const opened: Array<(socket: LiveSocket) => void | Promise<void>> = [];
  const closed: Array<(socket: LiveSocket) => void | Promise<void>> = [];
  let identify: SocketIdentifier = async () => ({ type: 'nobody' });

  const say = (connection: Connection, frame: ServerFrame) => connection.sendText(JSON.stringify(frame));
  bus.onGap(() => {
    const text = JSON.stringify({ t: 'resync' } satisfies ServerFrame);
    for (const connection of connections.keys()) connection.sendText(text);
    for (const listener of waiting) listener({ kind: 'gap' });
  });
  const sweep = setInterval(() => {
    const now = Date.now();
    for (const connection of connections.keys()) {
      const nobody = !connection.greeted && now - connection.openedAt > helloPatience;
      // Cut rather than closed, since whoever does not speak may not take leave either.
      if (nobody || now - connection.lastHeard > silence) connection.raw.terminate();
      else if (hasEnded(connection.caller, clock)) connection.raw.close(closeCodes.refused);
      connection.allowance = Math.min(burst, connection.allowance + perSecond * 5);
    }
  }, 5_000);
  sweep.unref();

  function accept(raw: WebSocket, request: IncomingMessage, address: string) {
    const connection = new Connection(raw, request.socket, Date.now(), burst);
    connections.set(connection, undefined);
    addresses.set(address, (addresses.get(address) ?? 0) + 1);
    let turn: Promise<void> = Promise.resolve();
    // Only needed until the client is known, and larger than all else that an idle socket keeps.
    let upgrade: IncomingMessage | undefined = request;
    raw.on('message', (data, binary) => {
      connection.lastHeard = Date.now();
      if (!options.unlimited && --connection.allowance < 0) return raw.close(closeCodes.flooding);
      if (binary) return;
      const text = data.toString();
      // Before the client is known its frames wait for each other; after that they may overtake, and use cases order them.
      if (connection.caller) void receive(connection, text);
      else turn = turn.then(() => greet(text));
    });
    async function greet(text: string) {
      await receive(connection, text, upgrade);
      if (connection.caller) upgrade = undefined;
    }
    raw.on('error', () => raw.terminate());
    raw.on('close', () => {
      const others = (addresses.get(address) ?? 0) - 1;
      if (others > 0) addresses.set(address, others);
      else addresses.delete(address);
      forget(connection);
    });
  }

  async function receive(connection: Connection, text: string, upgrade?: IncomingMessage) {
    let ref: string | null = null;
    try {
      const said = readJson(text);
      ref = refOf(said);
      const frame = clientFrame.parse(said);
      const socket = connections.get(connection);
      if (socket) {
        if (frame.t === 'ping') say(connection, { t: 'pong' });
        else if (frame.t !== 'hello') await handlers.get(frame.t)?.(socket, frame as never);
        return;
      }
      if (frame.t !== 'hello' || !upgrade) throw fail('access.not_signed_in');
      connection.greeted = true;
      const caller = await identify(upgrade, frame);
      if (caller.type === 'nobody')
        throw fail(frame.token ? 'identity.session_invalid' : 'access.not_signed_in');
      await welcome(connection, caller);
    } catch (error) {
      say(connection, { t: 'refused', ref, ...errorAnswer(error, log).body });
      if (!connection.caller) connection.raw.close(closeCodes.refused);
    }
  }

  async function welcome(connection: Connection, caller: AgentActor | CustomerActor) {
    if (!connections.has(connection)) return;
    connection.caller = caller;
    const socket: LiveSocket = {
      caller,
      send: (frame) => say(connection, frame),
      watch: (topic) => topics.add(topic, connection),
      unwatch: (topic) => topics.remove(topic, connection),
      close: (code) => connection.raw.close(code),
    };
    connections.set(connection, socket);
    const own = callers.get(caller.id) ?? new Set();
    callers.set(caller.id, own.add(connection));
    metrics.sockets.inc({ as: caller.type });
    // Topics are watched before `welcome`, so that what the client fetches after it leaves no gap before the first hint.
    for (const listener of opened) await listener(socket);
    say(connection, { t: 'welcome', as: caller.type });
  }

  function forget(connection: Connection) {
    const socket = connections.get(connection);
    connections.delete(connection);
    for (const topic of connection.topics) topics.drop(topic, connection);
    if (!socket) return;
    const own = callers.get(socket.caller.id);
    own?.delete(connection);
    if (own?.size === 0) callers.delete(socket.caller.id);
    metrics.sockets.dec({ as: socket.caller.type });
    for (const listener of closed) {
      void Promise.resolve(listener(socket)).catch((error) => log.error({ err: error }, 'socket close'));
    }
  }

  const tell: Live['tell'] = (to, event) => {
    const text = JSON.stringify({ t: 'event', event });
    for (const topic of to) bus.publish(topic, text);
  };

  return {
    upgrade(request, socket, head) {
      if (request.url?.split('?')[0] !== livePath) return socket.destroy();
      if (stopping) return refuse(socket, '503 Service Unavailable');
      const address = addressBlock(options.addressOf(request));
      if (!options.unlimited && (addresses.get(address) ?? 0) >= socketsPerAddress)
        return refuse(socket, '429 Too Many Requests');
      server.handleUpgrade(request, socket, head, (raw) => accept(raw, request, address));
    },
    identifyBy(found) {
      identify = found;
    },
    on: (type, handler) => void handlers.set(type, handler as unknown as FrameHandler<never>),
    onOpen: (listener) => void opened.push(listener),
    onClose: (listener) => void closed.push(listener),
    hint: (tx, to, event) => tx.afterCommit(() => tell(to, event)),
    tell,
    tellHere(to, event) {
      const text = JSON.stringify({ t: 'event', event });
      for (const topic of to) topics.tell(topic, text);
    },
    listen(topic, listener) {
      // What is said on topics are frames, as sockets get them.
      const forget = bus.subscribe(topic, (text) => {
        const frame = JSON.parse(text) as ServerFrame;
        if (frame.t === 'event') listener({ kind: 'event', event: frame.event });
      });
      waiting.add(listener);
      if (stopping) queueMicrotask(() => listener({ kind: 'end' }));
      return () => {
        waiting.delete(listener);
        forget();
      };
    },
    countOf: (callerId) => callers.get(callerId)?.size ?? 0,
    closeAll(callerId, code) {
      for (const connection of callers.get(callerId) ?? []) connection.raw.close(code);
    },
    async stop() {
      stopping = true;
      clearInterval(sweep);
      for (const listener of waiting) listener({ kind: 'end' });
      for (const connection of connections.keys()) connection.raw.close(closeCodes.restarting);
      const patience = setTimeout(() => {
        for (const connection of connections.keys()) connection.raw.terminate();
      }, 1_000);
      while (connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      clearTimeout(patience);
      server.close();
    },
  };
}

/** Answers an upgrade that is not wanted, and lets go: a client that keeps its side open must not hold ours. */
function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`, () => socket.destroy());
}

/** Whether the proof by which a customer is known has run out. */
function hasEnded(caller: Connection['caller'], clock: Clock): boolean {
  return caller?.type === 'customer' && caller.session !== undefined && caller.session.endsAt <= clock.now();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fail('request.invalid', { field: 'frame' });
  }
}

/** The reference of a frame, also of one that is refused for something else in it. */
function refOf(said: unknown): string | null {
  const ref = (said as { ref?: unknown } | null)?.ref;
  return typeof ref === 'string' && ref.length > 0 && ref.length <= 40 ? ref : null;
}
