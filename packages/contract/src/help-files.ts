import { z } from 'zod';
import { id } from './shapes.ts';

/** Pictures of articles. They are drawn anew, upright and without what else was in the file. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

/** Files that articles offer for download. They are never shown in a page. */
export const documentTypes = [
  'application/pdf',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
] as const;

/** Bytes of a picture or file of an article. */
export const maximumHelpFileBytes = 20 * 1024 * 1024;

/** A picture or file of articles. What an address leads to never changes. */
export const helpFile = z.object({
  id,
  name: z.string(),
  type: z.enum([...pictureTypes, ...documentTypes]),
  /** Bytes as stored. */
  size: z.number().int(),
  /** Pixels, of pictures. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** From the root of the server; what texts name. Open to those who may read an article that uses it. */
  url: z.string(),
});
export type HelpFile = z.infer<typeof helpFile>;

export const helpFileUpload = z.object({
  id,
  /** Bytes received so far: where the next chunk begins. */
  offset: z.number().int(),
  size: z.number().int(),
  /** Present once every byte is here and the file is accepted. Its id may be another: the same bytes are kept once. */
  file: helpFile.nullable(),
});
export type HelpFileUpload = z.infer<typeof helpFileUpload>;
