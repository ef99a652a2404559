import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { createLocalBus } from './local-bus.ts';

const prefix = 'fairlead.hint.';
/** What a node that was away says to its peers: they missed its hints as it missed theirs. */
const gapSubject = 'fairlead.gap';
/** While NATS is away, how often clients are told to look for themselves. */
const gapInterval = 5_000;
/** Nodes come back together when NATS does; clients need to hear of it once. */
const gathering = 200;
/** A link that is silent and not closed is found out after three of these; the client's own two minutes are too long without news. */
const pingInterval = 10_000;

/**
 * The bus of several nodes, over NATS. Listeners of this node hear this node's hints without a round trip and whatever NATS does;
 * while it is away, and once it is back, `onGap` is called so that clients fetch what they may have missed: on this node, and on
 * every other, which heard nothing of this one meanwhile.
 * A NATS that cannot be reached at the start does not keep the node from starting: the connection is tried for ever.
 */
export function createNatsBus(options: { url: string; nodeId: string; log: Log }): Bus {
  const local = createLocalBus();
  const gapListeners: Array<() => void> = [];
  const remote = new Map<string, { subscription: Subscription | undefined; listeners: number }>();
  let connection: NatsConnection | undefined;
  let up = false;
  let closed = false;
  /** Whether a hint of ours never left. */
  let dropped = false;
  let gathered: NodeJS.Timeout | undefined;

  const missed = () => {
    for (const listener of gapListeners) listener();
  };
  const peerMissed = () => {
    gathered ??= setTimeout(() => {
      gathered = undefined;
      missed();
    }, gathering);
  };
  const timer = setInterval(() => {
    if (!up) missed();
  }, gapInterval);
  timer.unref();

  const open = (topic: string): Subscription | undefined =>
    connection?.subscribe(prefix + topic, {
      callback: (error, message) => {
        if (error) return;
        const text = message.string();
        const split = text.indexOf('\n');
        // Our own hints were delivered without NATS.
        if (text.slice(0, split) !== options.nodeId) local.publish(topic, text.slice(split + 1));
      },
    });

  /** Once it is certain that NATS knows our subscriptions: what clients fetch after this, and what they hear, leaves no gap. */
  async function back(link: NatsConnection, tellPeers: boolean): Promise<void> {
    try {
      await link.flush();
    } catch {
      // Gone again; the next return says it.
      return;
    }
    if (tellPeers && !closed) link.publish(gapSubject, options.nodeId);
    missed();
  }

  const ready = (async () => {
    // A node that is alone does not read it.
    const { connect } = await import('@nats-io/transport-node');
    connection = await connect({
      servers: options.url,
      name: `fairlead-${options.nodeId}`,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      waitOnFirstConnect: true,
      pingInterval,
    });
    if (closed) return void connection.close();
    up = true;
    for (const [topic, entry] of remote) entry.subscription = open(topic);
    connection.subscribe(gapSubject, {
      callback: (error, message) => {
        if (!error && message.string() !== options.nodeId) peerMissed();
      },
    });
    void back(connection, dropped);
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') up = false;
      if (status.type === 'reconnect') {
        up = true;
        // What was sent into a link that was already broken is lost too, so peers are told in any case.
        void back(connection, true);
      }
      if (status.type === 'disconnect' || status.type === 'reconnect') {
        options.log.warn({ status: status.type }, 'bus');
      }
    }
  })().catch((error: Error) => options.log.error({ error: error.message }, 'bus ended'));

  return {
    publish(topic, payload) {
      local.publish(topic, payload);
      // While away NATS's client would keep hints in memory without bound and send old news later: they are dropped instead.
      if (up) connection?.publish(prefix + topic, `${options.nodeId}\n${payload}`);
      else dropped = true;
    },
    subscribe(topic, listener) {
      const stop = local.subscribe(topic, listener);
      const entry = remote.get(topic) ?? { subscription: open(topic), listeners: 0 };
      entry.listeners++;
      remote.set(topic, entry);
      return () => {
        stop();
        if (--entry.listeners > 0) return;
        entry.subscription?.unsubscribe();
        remote.delete(topic);
      };
    },
    onGap: (listener) => void gapListeners.push(listener),
    connected: () => up,
    async close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(gathered);
      if (!connection) return;
      // What is under way goes out, unless there is nobody to take it.
      await (up ? connection.drain().catch(() => connection?.close()) : connection.close());
      await ready;
    },
  };
}
