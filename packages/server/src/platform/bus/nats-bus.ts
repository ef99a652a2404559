import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { createLocalBus } from './local-bus.ts';

const prefix = 'fairlead.hint.';
/** While NATS is away, how often clients are told to look for themselves. */
const gapInterval = 5_000;

/**
 * The bus of several nodes, over NATS. Listeners of this node hear this node's hints without a round trip and whatever NATS does;
 * while it is away, and once it is back, `onGap` is called so that clients fetch what they may have missed.
 * A NATS that cannot be reached at the start does not keep the node from starting: the connection is tried for ever.
 */
export function createNatsBus(options: { url: string; nodeId: string; log: Log }): Bus {
  const local = createLocalBus();
  const gapListeners: Array<() => void> = [];
  const remote = new Map<string, { subscription: Subscription | undefined; listeners: number }>();
  let connection: NatsConnection | undefined;
  let up = false;
  let closed = false;

  const missed = () => {
    for (const listener of gapListeners) listener();
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

  const ready = (async () => {
    connection = await connect({
      servers: options.url,
      name: `fairlead-${options.nodeId}`,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      waitOnFirstConnect: true,
    });
    if (closed) return void connection.close();
    up = true;
    for (const [topic, entry] of remote) entry.subscription = open(topic);
    missed();
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') up = false;
      if (status.type === 'reconnect') {
        up = true;
        missed();
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
      if (!connection) return;
      await connection.drain();
      await ready;
    },
  };
}
