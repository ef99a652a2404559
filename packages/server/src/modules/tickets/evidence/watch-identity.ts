import { saidOfIdentity, showsIdentity } from '@fairlead/shield/identity';
import { system } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  findConversations,
  keepFilesSensitive,
  messagePosted,
  picturesIn,
  readMessages,
  unmarkedDocuments,
} from '../../conversations/index.ts';
import { latestOfConversations } from '../ticket-store.ts';
import { judgePicture, judgePictureJob } from './judge-identity.ts';

/** Pictures of one conversation that are read for this: nobody is verified by more. */
const mostOfAThread = 20;

/**
 * Files that customers send as identity documents are kept as such in every channel: at once where their words say so, and pictures where a machine reads it in them. Those of tickets are
 * read anyway (`read-in-picture.ts`); those of other conversations are read for this alone.
 */
export function watchIdentity(platform: Platform): void {
  const { database, jobs, pictureReader, relay } = platform;

  relay.on(messagePosted, 'tickets.judge_files', async (events) => {
    const written = events.filter(({ payload }) => payload.kind === 'text' && payload.author === 'customer');
    const reader = database.reader();
    const found = await unmarkedDocuments(reader, [...new Set(written.map((it) => it.subjectId))]);
    if (found.length === 0) return;
    const unmarked = new Set(found.map(({ id }) => id));
    const ids = [...new Set(found.map((it) => it.conversationId))];
    const [ticketed, conversations] = [
      await latestOfConversations(reader, ids),
      await findConversations(reader, ids),
    ];
    for (const { subjectId, payload } of written) {
      const conversation = conversations.get(subjectId);
      if (!conversation) continue;
      const at = { after: payload.seq - 1, limit: 1 };
      const [message] = await readMessages(reader, subjectId, at, 'everything');
      const sent = message?.attachmentIds.filter((id) => unmarked.has(id)) ?? [];
      if (!message || sent.length === 0) continue;
      if (showsIdentity(saidOfIdentity(message.text), 0)) {
        await database.write((tx) => keepFilesSensitive(tx, platform, system('tickets'), subjectId, sent));
      } else if (pictureReader.ready && !ticketed.has(subjectId)) {
        const pictures = (await picturesIn(reader, 'threads', [subjectId])).get(subjectId) ?? [];
        if (pictures.length > mostOfAThread) continue;
        await database.write(async (tx) => {
          for (const fileId of sent.filter((id) => pictures.includes(id)))
            await jobs.enqueue(tx, judgePictureJob, { fileId, language: conversation.language });
        });
      }
    }
  });

  jobs.work(judgePictureJob, (order, { last }) => judgePicture(platform, order, last));
}
