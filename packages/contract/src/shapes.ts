import { z } from 'zod';
import { locales } from './locale.ts';
import { tidyLine } from './tidy-line.ts';

/** Characters in one message. */
export const maximumMessageLength = 8000;

/** An identifier made by the server (UUIDv7). */
export const id = z.uuid();
/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();
export const locale = z.enum(locales);
/** A key chosen by the client for one attempt to write; repeating it repeats nothing. */
export const idempotencyKey = z.string().min(8).max(64);
export const email = z.email().max(254);
/** Where the next page begins; opaque. */
export const cursor = z.string().max(500);
export const byId = z.object({ id });
export const messageParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** A page of a list; `next` is null on the last. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: cursor.nullable() });
}

/** Somebody, by name. */
export const person = z.object({ id, name: z.string() });

/** What somebody or something is called: a line with something to see in it, and nothing that cannot be seen. */
export const givenName = (longest: number) => z.string().overwrite(tidyLine).min(1).max(longest);
