import { asksForIdentity } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { fileMarkedSensitive, messagePosted, picturesIn } from '../../conversations/index.ts';
import { ticketCommented, ticketOpened } from '../events.ts';
import type { TicketRecord } from '../ticket.ts';
import { findTickets, latestOfConversations } from '../ticket-store.ts';
import { insertPictures, removePictures } from './picture-store.ts';
import { readInPicture, readPictureJob } from './read-in-picture.ts';
import { seePicture, seePictureJob } from './see-picture.ts';

/** Pictures of tickets are compared and read as they come. Of those that are sensitive, or on a ticket that asks who somebody is, nothing is kept. */
export function watchPictures(platform: Platform): void {
  const { database, jobs, pictureReader, relay } = platform;

  async function look(ticketIds: Iterable<string>, where: 'thread' | 'comments'): Promise<void> {
    const reader = database.reader();
    const tickets = (await findTickets(reader, [...new Set(ticketIds)])).filter(
      (it) => !asksForIdentity(it.category),
    );
    const placeOf = ({ id, conversationId }: TicketRecord) => (where === 'comments' ? id : conversationId);
    const found = await picturesIn(
      reader,
      where === 'comments' ? 'tickets' : 'threads',
      tickets.flatMap((it) => placeOf(it) ?? []),
    );
    for (const ticket of tickets) {
      const { language } = ticket;
      const pictures = found.get(placeOf(ticket) ?? '');
      if (!pictures) continue;
      await database.write(async (tx) => {
        for (const fileId of await insertPictures(tx, pictures)) {
          await jobs.enqueue(tx, seePictureJob, { fileId });
          if (pictureReader.ready) await jobs.enqueue(tx, readPictureJob, { fileId, language });
        }
      });
    }
  }

  relay.on(ticketOpened, 'tickets.see_opened', (events) =>
    look(
      events.map((event) => event.subjectId),
      'thread',
    ),
  );
  relay.on(ticketCommented, 'tickets.see_comments', (events) =>
    look(
      events.map((event) => event.subjectId),
      'comments',
    ),
  );
  relay.on(messagePosted, 'tickets.see_messages', async (events) => {
    const written = events.filter(({ payload }) => payload.kind === 'text' && payload.author === 'customer');
    const ids = [...new Set(written.map((event) => event.subjectId))];
    await look((await latestOfConversations(database.reader(), ids)).values(), 'thread');
  });
  relay.on(fileMarkedSensitive, 'tickets.forget_pictures', async (events) => {
    const ids = events.map(({ payload }) => payload.attachmentId);
    await database.write((tx) => removePictures(tx, ids));
  });

  jobs.work(seePictureJob, ({ fileId }) => seePicture(platform, fileId));
  jobs.work(readPictureJob, (order, { last }) => readInPicture(platform, order, last));
}
