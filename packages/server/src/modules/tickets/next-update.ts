/** By when the customer of a ticket is to hear of it; null where nothing is owed, it stands still, or the moment has passed. Outside of any transaction. */
export type NextUpdate = (ticketId: string) => Promise<Date | null>;
