import { z } from 'zod';
import { attachment } from './files.ts';
import { id, moment } from './shapes.ts';
import { type Network, networks } from './ticket-forms.ts';
import { ticketFields } from './tickets.ts';

export const entityKinds = ['txid', 'address', 'amount', 'order_id', 'error_code'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** Something that people wrote about a case, or that a picture shows, and that its form asks for. */
export const ticketEntity = z.object({
  kind: z.enum(entityKinds),
  /** As it was written. */
  text: z.string(),
  /** Of an amount. */
  asset: z.string().nullable(),
  /** Of an address whose checksum no other network has; null for anything less than that. */
  network: z.enum(Object.keys(networks) as [Network, ...Network[]]).nullable(),
  /** An address in which a character must be wrong. */
  mistyped: z.boolean(),
  /** It was read in a picture, and a character may be wrong: no checksum proves it, and its readings differ. */
  misread: z.boolean(),
  /** What can be put into the ticket's form as it is; empty where the form does not ask for it, or would refuse it. */
  fields: ticketFields,
  /** Where it was written first; a file where it stands in pictures only, in which a machine read it. */
  source: z.object({ of: z.enum(['ticket', 'message', 'note', 'comment', 'file']), id, at: moment }),
  /** In how many places it was written. */
  times: z.number().int(),
});
export type TicketEntity = z.infer<typeof ticketEntity>;

/** A file of a case. */
export const ticketFile = z.object({
  attachment,
  /** Where it stands: in a message, an internal note, or a comment. */
  of: z.enum(['message', 'note', 'comment']),
  at: moment,
  author: z.object({ type: z.enum(['customer', 'agent', 'bot', 'system']), name: z.string() }),
  /** Other tickets on which a picture stands that looks the same: those that the reader may see, the latest pictures first. */
  alsoOn: z.array(
    z.object({
      id,
      number: z.number().int(),
      subject: z.string(),
      /** Whether it is somebody else's. */
      otherCustomer: z.boolean(),
    }),
  ),
});
export type TicketFile = z.infer<typeof ticketFile>;

/** What is found in the words of a case, and its files, oldest first. */
export const ticketEvidence = z.object({ entities: z.array(ticketEntity), files: z.array(ticketFile) });
export type TicketEvidence = z.infer<typeof ticketEvidence>;
