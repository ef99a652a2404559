import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { locales } from './locale.ts';
import { byId, givenName, moment } from './shapes.ts';

/** A mail server and how to sign in there. */
export const mailServer = z.object({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/),
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte; `starttls` required after greeting; `none` for a relay in the same network only. */
  security: z.enum(['tls', 'starttls', 'none']),
  /** Null: the server asks nobody to sign in. */
  user: z.string().trim().min(1).max(320).nullable(),
  auth: z.enum(['password', 'oauth2']),
});
export type MailServer = z.infer<typeof mailServer>;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/);

/** How an inbox of the channel `email` receives and sends. */
export const emailSettings = z.object({
  /** Letters come from it and arrive there; belongs to one inbox. */
  address: z.email().max(254).toLowerCase(),
  fromName: givenName(100),
  /** Put under each letter, by the customer's language. */
  signatures: z.partialRecord(z.enum(locales), z.string().max(2000)),
  /** Null: letters are not fetched (they may still be handed in). */
  imap: mailServer
    .extend({
      mailboxes: z.array(z.string().min(1).max(200)).min(1).max(20),
      /** The name under which its server says what it proved of a sender (RFC 8601), to be believed; null: we look ourselves. */
      authserv: domain.nullish(),
    })
    .nullable(),
  /** Null: nothing can be sent. */
  smtp: mailServer.nullable(),
  /** Null: letters are not signed here. */
  dkim: z
    .object({
      domain,
      selector: z
        .string()
        .trim()
        .max(63)
        .regex(/^[A-Za-z0-9_-]+$/),
    })
    .nullable(),
});
export type EmailSettings = z.infer<typeof emailSettings>;

/** Passwords and keys: written only. What is left out stays, null removes. */
export const emailSecrets = z
  .object({
    imapPassword: z.string().min(1).max(1000).nullable(),
    smtpPassword: z.string().min(1).max(1000).nullable(),
    /** For servers that ask for OAuth 2.0 (XOAUTH2): how to get a fresh token. */
    oauth: z
      .object({
        tokenUrl: z.url({ protocol: /^https?$/ }).max(500),
        clientId: z.string().min(1).max(500),
        clientSecret: z.string().max(1000),
        refreshToken: z.string().min(1).max(4000),
      })
      .nullable(),
    /** The private key that signs letters, as PEM. */
    dkimKey: z.string().min(100).max(10_000).nullable(),
  })
  .partial();

/** What a mail server said when it was last tried: a code of the catalogue and the server's own words. */
export const mailTrouble = z.object({
  code: z.enum([
    'channels.mail_unreachable',
    'channels.mail_sign_in_refused',
    'channels.mail_not_secure',
    'channels.mail_refused',
    'channels.token_server_unreachable',
  ]),
  words: z.string(),
});
export type MailTrouble = z.infer<typeof mailTrouble>;

const emailView = emailSettings.extend({
  /** Which secrets are kept. */
  secrets: z.object({
    imapPassword: z.boolean(),
    smtpPassword: z.boolean(),
    oauth: z.boolean(),
    dkimKey: z.boolean(),
  }),
  /** The DNS record that others check our signatures by; null while there is no key. */
  dkimRecord: z.object({ name: z.string(), value: z.string() }).nullable(),
  /** When a mail server last answered as it should. */
  lastContactAt: moment.nullable(),
  /** Why nothing is fetched now. */
  lastError: mailTrouble.nullable(),
  /** Why nothing is sent now; looked at once an hour, and when the inbox is tried. */
  sendingError: mailTrouble.nullable(),
});
export type EmailInboxView = z.infer<typeof emailView>;

export const emailInboxEndpoints = {
  readEmailInbox: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes/:id/email',
    access: { permission: 'channels.manage' },
    summary: 'How an e-mail inbox receives and sends; null until it is set up.',
    params: byId,
    response: z.object({ email: emailView.nullable() }),
    errors: ['channels.inbox_not_found'],
  }),
  saveEmailInbox: endpoint({
    method: 'PUT',
    path: '/api/channels/inboxes/:id/email',
    access: { permission: 'channels.manage' },
    summary: 'Set how an e-mail inbox receives and sends. Secrets that are left out stay.',
    params: byId,
    body: emailSettings.extend({ secrets: emailSecrets.default({}) }),
    response: z.object({ email: emailView }),
    errors: [
      'channels.inbox_not_found',
      'channels.address_taken',
      'channels.host_refused',
      'channels.dkim_key_invalid',
    ],
  }),
  readLetterWebhook: endpoint({
    method: 'GET',
    path: '/api/channels/inboxes/:id/email/webhook',
    access: { permission: 'channels.manage' },
    summary:
      'Where a mail provider hands letters in for an e-mail inbox, and the secret that it signs them with.',
    params: byId,
    response: z.object({ url: z.string(), secret: z.string() }),
    errors: ['channels.inbox_not_found'],
  }),
  tryEmailInbox: endpoint({
    method: 'POST',
    path: '/api/channels/inboxes/:id/email/try',
    access: { permission: 'channels.manage' },
    summary: 'Sign in to the mail servers of an inbox as it is set up, and say what came of it.',
    params: byId,
    response: z.object({
      /** Null: there is no such server. `trouble` null: it works. */
      imap: z.object({ trouble: mailTrouble.nullable() }).nullable(),
      smtp: z.object({ trouble: mailTrouble.nullable() }).nullable(),
    }),
    errors: ['channels.inbox_not_found', 'channels.not_set_up', 'channels.host_refused'],
  }),
};
