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
  caller: AgentActor | CustomerActor | undefined;
  topics: string[] = [];
  readonly openedAt: number;
  /** It said hello; whether that is believed is another matter. */
  greeted = false;
  lastHeard: number;
  /** Frames the client may still say; refilled with time. */
  allowance: number;

  constructor(raw: WebSocket, now: number, allowance: number) {
    this.raw = raw;
    this.openedAt = now;
    this.lastHeard = now;
    this.allowance = allowance;
  }

  sendText(text: string): void {
    if (this.raw.readyState !== this.raw.OPEN) return;
    if (this.raw.bufferedAmount > maximumBacklog) this.raw.terminate();
    else this.raw.send(text);
  }
}
