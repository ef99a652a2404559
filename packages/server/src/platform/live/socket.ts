import type { Duplex } from 'node:stream';
import type { ServerFrame } from '@fairlead/contract';
import type { WebSocket } from 'ws';
import type { AgentActor, CustomerActor } from '../actor.ts';

/** A client that said hello and is known. */
export interface LiveSocket {
  readonly caller: AgentActor | CustomerActor;
  send(frame: ServerFrame): void;
  /** Hears the hints of a topic from now on, until it closes. */
  watch(topic: string): void;
  unwatch(topic: string): void;
  close(code: number): void;
}

/** Bytes that may wait for a slow client before it is let go; it comes back and catches up. */
const maximumBacklog = 1024 * 1024;

/** What is kept for one open connection. Thousands are open at once, so it is little. */
export class Connection {
  readonly raw: WebSocket;
  readonly #stream: Duplex;
  #corked = false;
  caller: AgentActor | CustomerActor | undefined;
  topics: string[] = [];
  readonly openedAt: number;
  /** It said hello; whether that is believed is another matter. */
  greeted = false;
  lastHeard: number;
  /** Frames the client may still say; refilled with time. */
  allowance: number;

  constructor(raw: WebSocket, stream: Duplex, now: number, allowance: number) {
    this.raw = raw;
    this.#stream = stream;
    this.openedAt = now;
    this.lastHeard = now;
    this.allowance = allowance;
  }

  /** What is said in one turn of the loop leaves in one write: of a busy thread that is many frames, and writes cost more than all else. */
  sendText(text: string): void {
    if (this.raw.readyState !== this.raw.OPEN) return;
    if (this.raw.bufferedAmount > maximumBacklog) return this.raw.terminate();
    if (!this.#corked) {
      this.#corked = true;
      this.#stream.cork();
      setImmediate(() => {
        this.#corked = false;
        this.#stream.uncork();
      });
    }
    this.raw.send(text);
  }
}
