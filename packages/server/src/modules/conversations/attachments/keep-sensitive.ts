import { system } from '../../../platform/actor.ts';
import { dataKeysIn } from '../../../platform/crypto/data-key-store.ts';
import { rewrapKeys } from '../../../platform/crypto/rewrap-keys.ts';
import type { Platform } from '../../../platform/platform.ts';
import { messagePosted } from '../events.ts';
import { keepDocumentsSensitive } from './mark-sensitive.ts';
import { sealAttachment, sealOne } from './seal-attachment.ts';
import { unmarkedDocuments } from './sensitive-store.ts';

/** Sensitive files: marked where the customer writes about verification, encrypted by a job, their keys wrapped anew under a new root. */
export function keepSensitive(platform: Platform): void {
  const { database, jobs, relay } = platform;

  relay.on(messagePosted, 'conversations.mark_documents', async (events) => {
    const written = events.filter(({ payload }) => payload.kind === 'text' && payload.author === 'customer');
    const ids = [...new Set(written.map((event) => event.subjectId))];
    const found = await unmarkedDocuments(database.reader(), ids, 'verification');
    for (const id of new Set(found.map((it) => it.conversationId))) {
      await database.write((tx) => keepDocumentsSensitive(tx, platform, system('conversations'), id));
    }
  });

  jobs.work(sealAttachment, ({ attachmentId }) => sealOne(platform, attachmentId));

  jobs.every('conversations.rewrap-keys', 600_000, () =>
    rewrapKeys(platform, 'sensitive files', dataKeysIn('attachments')),
  );
}
