import type { Reader } from '../../platform/database/database.ts';

/** By when the customer of a ticket is to hear of it; null where nothing is owed, it stands still, or the moment has passed. */
export type NextUpdate = (reader: Reader, ticketId: string) => Promise<Date | null>;
