import { createTransport } from 'nodemailer';
import type { Log } from '../log/log.ts';

/** A letter of ours. */
export interface Letter {
  to: string;
  subject: string;
  /** Plain text, which every client shows and nobody mistakes. */
  text: string;
  /** The same for those who prefer it; letters to agents have none. */
  html?: string;
  /** Further headers, such as how to be sent no more of them. */
  headers?: Readonly<Record<string, string>>;
}

export interface Mail {
  /** Whether letters can leave at all. */
  readonly configured: boolean;
  /** Hands a letter to the mail server; throws when it does not take it. Send from a job, never in a transaction. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Mail over SMTP; without an address of a server nothing is sent and `configured` says so. */
export function createMail(options: { url: string | undefined; from: string; log: Log }): Mail {
  if (!options.url) {
    return {
      configured: false,
      send: async (letter) =>
        options.log.warn({ subject: letter.subject }, 'no mail server is set up: not sent'),
      close() {},
    };
  }
  const transport = createTransport({ url: options.url, pool: true }, { from: options.from });
  return {
    configured: true,
    // An address is one, whatever stands in it: read as a text it could be several.
    send: async ({ headers = {}, to, ...letter }) =>
      void (await transport.sendMail({ ...letter, to: { name: '', address: to }, headers: { ...headers } })),
    close: () => transport.close(),
  };
}
