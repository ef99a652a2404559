import { z } from 'zod';
import { pictureText } from './picture-text.ts';

/** A picture to be read. */
export const order = z.object({
  bytes: z.custom<Uint8Array>((it) => it instanceof Uint8Array),
  language: z.string(),
});
export type Order = z.infer<typeof order>;

/** What became of it; memory in bytes, of the whole process. */
export const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), text: pictureText, memory: z.number() }),
  z.object({ outcome: z.literal('unreadable'), reason: z.string() }),
]);
export type Answer = z.infer<typeof answer>;
