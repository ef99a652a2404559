import { z } from 'zod';
import { fail } from '../../platform/fail.ts';

/** The last customer of a page: the next page begins after them. */
export interface CustomerPlace {
  lastSeenAt: Date;
  id: string;
}

const written = z.tuple([z.number().int().min(0).max(8.64e15), z.uuid()]);

export function writeCursor({ lastSeenAt, id }: CustomerPlace): string {
  return Buffer.from(JSON.stringify([lastSeenAt.getTime(), id])).toString('base64url');
}

/** Throws `request.invalid` for what is no cursor of ours. */
export function readCursor(cursor: string): CustomerPlace {
  try {
    const [time, id] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { lastSeenAt: new Date(time), id };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
