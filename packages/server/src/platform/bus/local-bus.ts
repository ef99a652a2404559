import type { Bus } from './bus.ts';

/** The bus of a single node: within the process. */
export function createLocalBus(): Bus {
  const topics = new Map<string, Set<(payload: string) => void>>();
  return {
    publish(topic, payload) {
      for (const listener of topics.get(topic) ?? []) listener(payload);
    },
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) topics.delete(topic);
      };
    },
    onGap() {},
    connected: () => true,
    close: async () => topics.clear(),
  };
}
