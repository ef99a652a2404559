import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Tx } from '../database/database.ts';
import { appendEvents } from './event-store.ts';

/** A kind of fact: its name in the past tense and the shape of what is kept of it. */
export interface EventType<T = unknown> {
  readonly type: string;
  readonly schema: z.ZodType<T>;
}

/** A fact as subscribers get it. */
export interface Event<T = unknown> {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  /** What it happened to: a conversation, an agent, a customer. */
  readonly subjectId: string;
  readonly actor: { type: Actor['type']; id: string | null };
  /** What brought it about besides the actor (`routing`, `rule:<id>`), so that reactions can avoid loops. */
  readonly cause: string | null;
  readonly payload: T;
}

/** Declares a kind of fact. Payloads hold ids and states, not what people wrote: facts are kept after texts are erased. */
export function eventType<T>(type: string, schema: z.ZodType<T>): EventType<T> {
  return { type, schema };
}

/** A fact to append. */
export interface Announcement<T = unknown> {
  readonly event: EventType<T>;
  readonly subjectId: string;
  readonly actor: Actor;
  readonly payload: T;
  readonly cause?: string;
  /** When it came so, if that was before the transaction and is found only now. */
  readonly at?: Date;
}

/**
 * Appends facts in the transaction of the change that they describe. The relay hands them to their subscribers after commit: at
 * least once, to each on its own. Several go in one statement, since the path of a message runs through here.
 */
export async function announceAll(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length > 0) await appendEvents(tx, announcements);
}

/** Appends one fact; see announceAll. */
export function announce<T>(
  tx: Tx,
  event: EventType<T>,
  fact: Omit<Announcement<T>, 'event'>,
): Promise<void> {
  return announceAll(tx, [{ event, ...fact }]);
}
