import { endpoints } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import { downloadHeaders } from '../../platform/files/download-headers.ts';
import { verifyFileAddress } from '../../platform/files/file-address.ts';
import { type ByteRange, FileMissing, RangeUnsatisfiable } from '../../platform/files/file-store.ts';
import type { Platform } from '../../platform/platform.ts';
import { attachmentKey, findAttachment } from './attachments/attachment-store.ts';
import { markByAgent } from './attachments/mark-sensitive.ts';
import { openSensitive, readOpenings } from './attachments/open-sensitive.ts';
import { beginUpload, readUpload, receiveChunk } from './attachments/receive-upload.ts';
import { openedBytes } from './attachments/seal-attachment.ts';
import { unmarkByAgent } from './attachments/unmark-sensitive.ts';

/** Files in (chunks, by those who are known) and out (by signed addresses, which views hand to those who may see them). */
export function fileRoutes(platform: Platform): void {
  const { http, keys, database, clock, files } = platform;

  http.route(endpoints.files.beginUpload, ({ caller, body }) => beginUpload(platform, caller, body));
  http.route(endpoints.files.readUpload, ({ caller, params }) => readUpload(platform, caller, params.id));
  http.route(endpoints.files.sendChunk, ({ caller, params, request }) => {
    if (!Buffer.isBuffer(request.body)) throw fail('request.invalid', { field: 'body' });
    return receiveChunk(platform, caller, { ...params, bytes: request.body });
  });

  http.route(endpoints.files.markSensitive, ({ caller, params }) =>
    database.write((tx) => markByAgent(tx, platform, caller, params.id, params.fileId)),
  );
  const placeOf = (params: { id: string; fileId: string }) => ({
    conversationId: params.id,
    fileId: params.fileId,
  });
  http.route(endpoints.files.unmarkSensitive, ({ caller, params, body }) =>
    database.write((tx) => unmarkByAgent(tx, platform, caller, placeOf(params), body.reason)),
  );
  http.route(endpoints.files.openSensitive, ({ caller, params, body }) =>
    database.write((tx) => openSensitive(tx, keys, caller, placeOf(params), body)),
  );
  http.route(endpoints.files.listOpenings, async ({ caller, params }) => ({
    items: await readOpenings(database.reader(), caller, placeOf(params)),
  }));

  http.app.get<{ Params: { id: string; variant: string }; Querystring: Record<string, string> }>(
    '/files/:id/:variant',
    async (request, reply) => {
      const { id } = request.params;
      const variant = request.params.variant === 'preview' ? 'preview' : 'original';
      const holds = (purpose: string) => verifyFileAddress(keys.derive(purpose), request.url, clock.now());
      const opened = holds('sensitive-file-address');
      if (!opened && !holds('file-address')) throw fail('file.link_expired');
      const file = await findAttachment(database.reader(), id);
      if (!file || (variant === 'preview' && !file.hasPreview)) throw fail('file.not_found');
      const sensitive = file.sensitiveAt !== null;
      // Addresses from before it was marked open it no longer, nor its first preview.
      if (sensitive && variant === 'original' && !opened) throw fail('file.link_expired');
      if (sensitive && variant === 'preview' && file.dataKey === null) throw fail('file.not_found');
      const type = variant === 'preview' ? 'image/webp' : file.type;
      reply.headers({ ...downloadHeaders({ type, name: file.name }), 'accept-ranges': 'bytes' });
      // Players ask for a video in parts.
      const range = parseRange(request.headers.range);
      try {
        // One whose mark was taken back is encrypted, too.
        if (variant === 'original' && (sensitive || file.dataKey !== null)) {
          const bytes = await openedBytes(platform, file);
          if (sensitive) reply.header('cache-control', 'no-store');
          return reply.header('accept-ranges', 'none').send(bytes);
        }
        const kept = attachmentKey(id, sensitive ? 'veil' : variant);
        const { stream, size } = await files.read(kept, range);
        if (!range) return reply.header('content-length', size).send(stream);
        const last = Math.min(range.end ?? size - 1, size - 1);
        return reply
          .code(206)
          .headers({
            'content-range': `bytes ${range.start}-${last}/${size}`,
            'content-length': last - range.start + 1,
          })
          .send(stream);
      } catch (error) {
        if (error instanceof FileMissing) throw fail('file.not_found');
        if (error instanceof RangeUnsatisfiable) return reply.code(416).send();
        throw error;
      }
    },
  );
}

/** One range of bytes with a beginning; any other wish is answered with the whole file, as HTTP allows. */
function parseRange(header: string | undefined): ByteRange | undefined {
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (start === undefined) return undefined;
  return end ? { start: Number(start), end: Number(end) } : { start: Number(start) };
}
