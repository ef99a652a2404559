import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

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

/** A stored file as screens show it. The addresses are signed and end within two days; a sensitive file has none (see `openSensitive`). */
export const attachment = z.object({
  id,
  name: z.string(),
  /** `application/octet-stream` is what came by e-mail and is none of these: it can be saved, and is never shown. */
  type: z.enum([...attachmentTypes, 'application/octet-stream']),
  /** Bytes as stored. */
  size: z.number().int(),
  /** Pixels, for images. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  url: z.string().nullable(),
  /** A small rendition (at most 480 pixels), for images. */
  previewUrl: z.string().nullable(),
  /** It holds an identity document, or was marked as if: agents open it with a reason only, and its preview shows nothing that could be read. */
  sensitive: z.boolean(),
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

/** Why an agent opens a sensitive file; texts are the console's. */
export const openingReasons = [
  'verify_identity',
  'recover_account',
  'check_payment',
  'answer_authority',
  'other',
] as const;
export type OpeningReason = (typeof openingReasons)[number];

/** Why the mark of a sensitive file is taken back; texts are the console's. */
export const unmarkingReasons = ['marked_by_mistake', 'shows_nobody', 'made_unreadable'] as const;
export type UnmarkingReason = (typeof unmarkingReasons)[number];

/** That an agent opened a sensitive file. */
export const fileOpening = z.object({
  id,
  agentId: id,
  /** Empty when they are gone. */
  agentName: z.string(),
  reason: z.enum(openingReasons),
  note: z.string(),
  openedAt: moment,
});
export type FileOpening = z.infer<typeof fileOpening>;

const fileOfConversation = z.object({ id, fileId: id });

export const fileEndpoints = {
  markSensitive: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/files/:fileId/sensitive',
    access: { permission: 'conversations.reply' },
    summary:
      'Mark a file of a conversation as sensitive: from now on it is opened with a reason only, and it is encrypted.',
    params: fileOfConversation,
    response: attachment,
    errors: ['conversation.not_found', 'file.not_found'],
  }),
  unmarkSensitive: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/files/:fileId/sensitive/take-back',
    access: { permission: 'files.open_sensitive' },
    summary:
      'Take the mark of a sensitive file back, for a reason that is kept: it is opened like any other again. It stays encrypted, and no rule marks it anew; an agent may. Refused while it is still being encrypted.',
    params: fileOfConversation,
    body: z.object({ reason: z.enum(unmarkingReasons) }),
    response: attachment,
    errors: ['conversation.not_found', 'file.not_found', 'file.being_encrypted'],
  }),
  openSensitive: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/files/:fileId/openings',
    access: { permission: 'files.open_sensitive' },
    summary:
      'Open a sensitive file, for a stated reason that is kept with the file: an address that ends within five minutes. `other` needs a note.',
    params: fileOfConversation,
    body: z
      .object({ reason: z.enum(openingReasons), note: z.string().trim().max(300).default('') })
      .refine((body) => body.reason !== 'other' || body.note !== '', { path: ['note'] }),
    response: z.object({ url: z.string(), endsAt: moment }),
    errors: ['conversation.not_found', 'file.not_found'],
  }),
  listOpenings: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/files/:fileId/openings',
    access: { permission: 'conversations.read' },
    summary: 'Who opened a sensitive file, latest first: the last hundred times.',
    params: fileOfConversation,
    response: z.object({ items: z.array(fileOpening) }),
    errors: ['conversation.not_found', 'file.not_found'],
  }),
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
