import { z } from 'zod';

/** What was read in a picture, by a machine that errs. */
export const pictureText = z.object({
  /** Its lines without the long ids, read more than once: first by the language's model, if it has one of its own, then twice by that of English. */
  readings: z.array(z.array(z.string())),
  /** Long words of letters and digits, such as addresses and transaction ids, looked at more closely, from the top. */
  longIds: z.array(
    // The rows that may belong to it, each as it was read several times; last as it was read with the rest.
    z.object({ rows: z.array(z.array(z.string())) }),
  ),
});
export type PictureText = z.infer<typeof pictureText>;
