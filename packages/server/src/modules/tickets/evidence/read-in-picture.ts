import { z } from 'zod';
import type { Tx } from '../../../platform/database/database.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { openFilePlaces, readPicture } from '../../conversations/index.ts';
import { ticketTopics } from '../hints.ts';
import { presentTickets } from '../present-tickets.ts';
import { findTickets, latestOfConversations } from '../ticket-store.ts';
import { protectIfIdentity } from './judge-identity.ts';
import { saveReading } from './picture-store.ts';
import { recogniseInPicture } from './recognise-in-picture.ts';

const order = z.object({ fileId: z.uuid(), language: z.string() });
type Order = z.infer<typeof order>;

/** Reads a picture of a ticket, whose words are likely of its customer's language. */
export const readPictureJob: JobType<Order> = {
  name: 'tickets.read-picture',
  schema: order,
  retries: 1,
  // The reader takes one at a time; those that wait for it would seem to take long.
  atOnce: 1,
  key: ({ fileId }) => fileId,
};

/**
 * Does it, and keeps the entities that it shows: never its text, for pictures also show what is nobody's business, such as balances, names and
 * other people's chats. What turned out to be sensitive meanwhile, or is gone, is not read. One that fails at the last attempt is given up.
 */
export async function readInPicture(
  platform: Platform,
  { fileId, language }: Order,
  last: boolean,
): Promise<void> {
  const { database, files, live, log, pictureReader } = platform;
  if (!pictureReader.ready) return;
  const picture = await readPicture(database.reader(), { files }, fileId);
  if (!picture) return;
  const text = await pictureReader.read(picture, language).catch((error) => {
    if (!last) throw error;
    log.warn({ err: error, fileId }, 'a picture was given up');
    return undefined;
  });
  // From then on nothing is kept of what it shows.
  if (text && (await protectIfIdentity(platform, fileId, text))) return;
  const entities = text ? recogniseInPicture(text, language) : [];
  await database.write(async (tx) => {
    const reading = text ? 'read' : text === null ? 'unreadable' : 'gave_up';
    if (!(await saveReading(tx, fileId, reading, entities)) || entities.length === 0) return;
    await hintTicketOf(tx, live, fileId);
  });
}

/** Tells agents to look at the ticket with the picture again. */
async function hintTicketOf(tx: Tx, live: Platform['live'], fileId: string): Promise<void> {
  const place = (await openFilePlaces(tx, [fileId])).get(fileId);
  if (!place) return;
  const id =
    'ticketId' in place
      ? place.ticketId
      : (await latestOfConversations(tx, [place.conversationId])).get(place.conversationId);
  const records = id ? await findTickets(tx, [id]) : [];
  const [record] = records;
  const [ticket] = await presentTickets(tx, records);
  if (record && ticket) live.hint(tx, ticketTopics(record), { type: 'ticket.changed', ticket });
}
