import type { SavedDraft } from '@fairlead/contract';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { readAttachments } from '../attachments/attachment-store.ts';
import type { DraftRecord } from './draft-store.ts';

/** Drafts as screens show them. A file that is gone is left out. */
export async function presentDrafts(
  reader: Reader,
  keys: Keys,
  records: readonly DraftRecord[],
): Promise<SavedDraft[]> {
  const files = await readAttachments(
    reader,
    keys,
    records.flatMap((it) => it.attachmentIds),
  );
  return records.map(({ content, attachmentIds, writtenAt, ...rest }) => ({
    ...content,
    ...rest,
    attachments: attachmentIds.flatMap((id) => files.get(id) ?? []),
    writtenAt: writtenAt.toISOString(),
  }));
}

/** One draft as screens show it. */
export async function presentDraft(reader: Reader, keys: Keys, record: DraftRecord): Promise<SavedDraft> {
  const [draft] = await presentDrafts(reader, keys, [record]);
  if (!draft) throw new Error('a draft was not presented');
  return draft;
}
