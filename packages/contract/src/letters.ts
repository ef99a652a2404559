import { z } from 'zod';
import { id } from './shapes.ts';

const party = z.object({ address: z.string(), name: z.string().nullable() });

/** What is known of the letter behind a message. */
export const letter = z.object({
  direction: z.enum(['in', 'out']),
  subject: z.string(),
  from: party.nullable(),
  to: z.array(party),
  cc: z.array(party),
  /** Sanitised, without remote images and scripts; null where it has text only. */
  html: z.string().nullable(),
  /** What was quoted below the message's own text, and the sender's signature; '' where there is none. */
  history: z.string(),
  signature: z.string(),
  /** Attachments that the HTML shows, by content id. */
  inline: z.record(z.string(), id),
  /**
   * Whether it comes from whom From names: `proved`; `failed` where the domain says that it does not; else `not_proved`. Null for ours, and
   * for what nobody could check.
   */
  proof: z
    .object({
      verdict: z.enum(['proved', 'not_proved', 'failed']),
      spf: z.string(),
      dkim: z.string(),
      dmarc: z.string(),
      arc: z.string(),
      fromDomain: z.string().nullable(),
    })
    .nullable(),
});
export type Letter = z.infer<typeof letter>;
