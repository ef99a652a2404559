/**
 * Carries hints between nodes: "something you watch has changed". A hint may be lost or doubled; the database is the truth, so
 * nothing may depend on one arriving.
 */
export interface Bus {
  /** To everyone who subscribes to the topic, on every node, this one included. Never throws, never waits. */
  publish(topic: string, payload: string): void;
  /** Answers how to stop. */
  subscribe(topic: string, listener: (payload: string) => void): () => void;
  /** Calls back when hints of other nodes may have been missed (now, or for as long as the connection is away). */
  onGap(listener: () => void): void;
  /** Whether hints reach other nodes now. */
  connected(): boolean;
  close(): Promise<void>;
}
