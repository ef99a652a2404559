import type { Bus } from '../bus/bus.ts';
import type { Connection } from './socket.ts';

/** Which connections of this node watch which topic. The bus is asked once per topic, however many watch. */
export class TopicTable {
  readonly #bus: Bus;
  readonly #topics = new Map<string, { watchers: Set<Connection>; stop: () => void }>();

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  add(topic: string, connection: Connection): void {
    if (connection.topics.includes(topic)) return;
    connection.topics.push(topic);
    const entry = this.#topics.get(topic);
    if (entry) {
      entry.watchers.add(connection);
      return;
    }
    const watchers = new Set([connection]);
    const stop = this.#bus.subscribe(topic, (text) => {
      for (const watcher of watchers) watcher.sendText(text);
    });
    this.#topics.set(topic, { watchers, stop });
  }

  /** Sends to the watchers on this node. */
  tell(topic: string, text: string): void {
    for (const watcher of this.#topics.get(topic)?.watchers ?? []) watcher.sendText(text);
  }

  remove(topic: string, connection: Connection): void {
    connection.topics = connection.topics.filter((it) => it !== topic);
    this.drop(topic, connection);
  }

  /** For a connection that is gone: its own list no longer matters. */
  drop(topic: string, connection: Connection): void {
    const entry = this.#topics.get(topic);
    entry?.watchers.delete(connection);
    if (entry?.watchers.size === 0) {
      entry.stop();
      this.#topics.delete(topic);
    }
  }
}
