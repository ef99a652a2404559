import { createHash } from 'node:crypto';
import { acceptImage } from '../../../platform/files/accept-image.ts';
import { sniffType } from '../../../platform/files/sniff-type.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type AttachmentRow, attachmentKey } from './attachment-store.ts';

/** Files of one letter that are kept; what lies beyond is in its source. */
const mostFiles = 30;

/**
 * Keeps the files that came with something (`source` names it), pictures drawn anew as in the chat. What is none of the types that can
 * be shown, or is damaged, is kept as it came and can only be saved. Done again it gives the same files the same ids. Rows are in the
 * order of the files; null for those that are too many or empty.
 */
export async function keepFiles(
  { files: store, config }: Pick<Platform, 'files' | 'config'>,
  source: string,
  files: ReadonlyArray<{ name: string | null; content: Uint8Array }>,
): Promise<Array<AttachmentRow | null>> {
  const kept: Array<AttachmentRow | null> = [];
  for (const [index, { name, content }] of files.entries()) {
    const fits = index < mostFiles && content.length > 0 && content.length <= config.MAXIMUM_UPLOAD_BYTES;
    kept.push(fits ? await keep(store, idOf(source, index), name ?? `file-${index + 1}`, content) : null);
  }
  return kept;
}

async function keep(
  store: Platform['files'],
  id: string,
  name: string,
  content: Uint8Array,
): Promise<AttachmentRow> {
  const type = await sniffType(content);
  const image = type?.startsWith('image/') ? await acceptImage(content, type) : null;
  const shown = type && (image || !type.startsWith('image/')) ? type : 'application/octet-stream';
  const body = image?.body ?? content;
  await store.put(attachmentKey(id, 'original'), body, { type: shown });
  if (image) await store.put(attachmentKey(id, 'preview'), image.preview, { type: 'image/webp' });
  return {
    id,
    name: name.slice(0, 200),
    type: shown,
    size: body.length,
    width: image?.width ?? null,
    height: image?.height ?? null,
    hasPreview: image !== null,
  };
}

/** A UUID made of where the file came from (RFC 9562 section 5.8). */
function idOf(source: string, index: number): string {
  const hex = createHash('sha256').update(`${source}:${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
