import type { Pending } from './pending.ts';

/** What goes over the wire of a message, by whichever way. */
export const contentOf = ({ key, text, anyway, attachments }: Pending) => ({
  key,
  text,
  anyway,
  attachmentIds: attachments.map(({ id }) => id),
});
