import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './shapes.ts';

/** Pictures that a letter may fetch from elsewhere, and that can be shown; further ones stay out. */
export const maximumLetterPictures = 50;

/** Addresses that one letter may be copied to, open and hidden ones each. */
export const maximumCopies = 20;

/** An address that a letter can be copied to. */
export const copyAddress = z.email().max(254).toLowerCase();

const copies = z
  .array(copyAddress)
  .max(maximumCopies)
  .default([])
  .transform((addresses) => [...new Set(addresses)]);

/** Who gets a letter beside the customer. `subject` is for the first letter of a thread; later ones keep the thread's. */
export const newLetter = z.object({
  cc: copies,
  bcc: copies,
  subject: z
    .string()
    .trim()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .transform((subject) => subject || null)
    .nullable()
    .default(null),
});

/** Who got a letter of ours beside the customer, and the subject that it was given, if any. */
export const letterCopies = z.object({
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  subject: z.string().nullable(),
});
export type LetterCopies = z.infer<typeof letterCopies>;

const party = z.object({ address: z.string(), name: z.string().nullable() });

/** Whether a letter says to be signed or encrypted, and how. Nobody has checked a signature. */
export const letterProtection = z.object({
  signed: z.enum(['smime', 'pgp']).nullable(),
  encrypted: z.enum(['smime', 'pgp']).nullable(),
});
export type LetterProtection = z.infer<typeof letterProtection>;

/** What the calendar part of a letter is about. */
export const letterInvitation = z.object({
  /** REQUEST, REPLY, CANCEL ... in upper case; null where it names none. */
  method: z.string().nullable(),
  summary: z.string().nullable(),
  /** ISO 8601 as the calendar has it, its time zone not applied; null where it names none. */
  start: z.string().nullable(),
  organizer: z.string().nullable(),
  /** ACCEPTED, DECLINED ... of the first attendee: in a reply, the one who answers. */
  attendeeStatus: z.string().nullable(),
});
export type LetterInvitation = z.infer<typeof letterInvitation>;

/** What somebody answers to an invitation; `countered`: they propose another time. */
export const invitationAnswers = ['accepted', 'declined', 'tentative', 'countered'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

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
  /** Where the HTML would fetch pictures from, each address once, as `data-remote-src` holds it. They are shown when asked for. */
  remotePictures: z.array(z.string()).max(maximumLetterPictures),
  protection: letterProtection,
  invitation: letterInvitation.nullable(),
  /** It is kept as it came, and can be opened so with `openLetterSource`. */
  source: z.boolean(),
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

/** A reply by letter before it is written: what its head and foot are going to be. */
export const letterDraft = z.object({
  from: party,
  /** Null: nobody knows an address, and nothing can be sent. */
  to: party.nullable(),
  /** Who had the letter that is answered, beside us and the customer: a reply to all goes to them. */
  cc: z.array(z.string()),
  /** Addresses that only a letter names whose sender is not proved: for the agent to decide. */
  doubtful: z.array(z.string()),
  subject: z.string(),
  /** It is the thread's, and stays. */
  subjectFixed: z.boolean(),
  /** Put under it in the customer's language; '' for none. */
  signature: z.string(),
});
export type LetterDraft = z.infer<typeof letterDraft>;

/** Why an agent reads a letter as it came; texts are the console's. */
export const sourceReasons = [
  'check_sender',
  'trace_delivery',
  'verify_identity',
  'answer_authority',
] as const;
export type SourceReason = (typeof sourceReasons)[number];

export const letterEndpoints = {
  draftLetter: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/letter-draft',
    access: { permission: 'conversations.reply' },
    summary:
      'What a reply by letter is going to look like: sender, recipient, proposed copies, subject, signature. Null where replies are no letters, or the inbox cannot send.',
    params: z.object({ id }),
    response: z.object({ draft: letterDraft.nullable() }),
    errors: ['conversation.not_found'],
  }),
  readLetter: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/messages/:messageId/letter',
    access: { permission: 'conversations.read' },
    summary: 'The letter behind a message of a conversation by e-mail.',
    params: z.object({ id, messageId: id }),
    response: letter,
    errors: ['conversation.not_found', 'conversation.message_not_found'],
  }),
  loadLetterPicture: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/letter/pictures/:index',
    access: { permission: 'conversations.read' },
    summary:
      'Fetch a picture that a letter shows from elsewhere, by its place in `remotePictures`. The server asks for it: its owner learns that the letter is read, and nothing of who reads it.',
    params: z.object({ id, messageId: id, index: z.coerce.number().int().min(0) }),
    response: z.object({
      type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
      base64: z.string(),
    }),
    errors: ['conversation.not_found', 'conversation.message_not_found', 'conversation.picture_unavailable'],
  }),
  openLetterSource: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/letter/openings',
    access: { permission: 'files.open_sensitive' },
    summary:
      'Open a letter as it came, with every header and file in it, for a stated reason that is kept: an address that ends within five minutes.',
    params: z.object({ id, messageId: id }),
    body: z.object({ reason: z.enum(sourceReasons) }),
    response: z.object({ url: z.string(), endsAt: moment, size: z.number().int() }),
    errors: ['conversation.not_found', 'conversation.message_not_found'],
  }),
};
