import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id } from './shapes.ts';

/** Bytes sent in one request while uploading. */
export const uploadChunkBytes = 1024 * 1024;
export const maximumAttachments = 10;

/** What customers and agents may send. The type is read from the bytes, never from the name. */
export const attachmentTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'video/quicktime',
] as const;

/** A stored file as screens show it. The addresses are signed and end within two days. */
export const attachment = z.object({
  id,
  name: z.string(),
  type: z.enum(attachmentTypes),
  /** Bytes as stored. */
  size: z.number().int(),
  /** Pixels, for images. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  url: z.string(),
  /** A small rendition (at most 480 pixels), for images. */
  previewUrl: z.string().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

export const upload = z.object({
  id,
  /** Bytes received so far: where the next chunk begins. */
  offset: z.number().int(),
  size: z.number().int(),
  /** Present once every byte is here and the file is accepted. */
  attachment: attachment.nullable(),
});
export type Upload = z.infer<typeof upload>;

export const fileEndpoints = {
  beginUpload: endpoint({
    method: 'POST',
    path: '/api/uploads',
    access: 'anyone_known',
    summary: 'Announce a file; then send its bytes in chunks.',
    body: z.object({
      name: z.string().trim().min(1).max(200),
      size: z.number().int().min(1),
    }),
    response: upload,
    errors: ['file.too_large', 'file.too_many_unsent'],
  }),
  readUpload: endpoint({
    method: 'GET',
    path: '/api/uploads/:id',
    access: 'anyone_known',
    summary: 'How far an upload came, to resume it.',
    params: byId,
    response: upload,
    errors: ['file.not_found'],
  }),
  /** The body is raw bytes (`application/octet-stream`), at most `uploadChunkBytes`. */
  sendChunk: endpoint({
    method: 'PUT',
    path: '/api/uploads/:id/chunks/:offset',
    access: 'anyone_known',
    summary: 'Send the bytes that begin at an offset. The last chunk completes the file.',
    params: z.object({ id, offset: z.coerce.number().int().min(0) }),
    response: upload,
    errors: ['file.not_found', 'file.too_large', 'file.type_refused', 'file.damaged', 'file.offset_conflict'],
  }),
};
