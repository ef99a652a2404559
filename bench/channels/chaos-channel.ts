import type { Channel } from '@fairlead/contract';
import type { TestClient } from '@fairlead/server/testing';

/** What a customer was shown of us, and when the platform took it: milliseconds since 1970. */
export interface Shown {
  readonly text: string;
  readonly at: number;
}

/** A channel as its customers have it: they write on the platform and see there what comes back. */
export interface ChaosChannel {
  readonly channel: Channel;
  readonly people: readonly string[];
  /** Most texts of a person that may wait for their answer, as the platform limits answers. */
  readonly mostWaiting: number;
  /** Ties the inbox to the platform. The server is up. */
  connect(admin: TestClient, inboxId: string): Promise<void>;
  /** Somebody writes. Settles when the platform has taken it: then it is the platform's, and ours, to bring it. */
  write(person: string, text: string): Promise<void>;
  /** All that somebody was shown of us, also twice where it came twice. Throws while the server is needed for it and away. */
  shown(person: string): Promise<Shown[]>;
  /** From now on nothing is held back or repeated. */
  calm(): Promise<void>;
  /** Calls of ours that it refused. */
  refused(): number;
  close(): Promise<void>;
}

/** Of ten calls one fails. */
const failing = 0.1;

/** Whether this call is one of those that fail. */
export const fails = (): boolean => Math.random() < failing;
