import type { Transporter } from 'nodemailer';
import { createTurnstile } from '../files/turnstile.ts';
import type { Log } from '../log/log.ts';
import { nodemailer } from './nodemailer.ts';

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
  /**
   * Hands a letter to the mail server; throws when it does not take it, or takes too long: then it does not leave any more. Send from a
   * job, never in a transaction.
   */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Letters that are with the mail server at once. */
const connections = 5;
/** Milliseconds until a server that does not answer is given up: at the beginning, and between two words of its. */
const beginning = 10_000;
const silence = 60_000;
/** Milliseconds that a letter may take in all, once it is its turn: servers look into what they are given. */
const usualPatience = 90_000;

/** Mail over SMTP; without an address of a server nothing is sent and `configured` says so. */
export function createMail(options: {
  url: string | undefined;
  from: string;
  log: Log;
  /** Shorter in tests. */
  patience?: number;
}): Mail {
  const { patience = usualPatience } = options;
  if (!options.url) {
    return {
      configured: false,
      send: async (letter) =>
        options.log.warn({ subject: letter.subject }, 'no mail server is set up: not sent'),
      close() {},
    };
  }
  let transport: Transporter | undefined;
  const connected = () =>
    (transport ??= nodemailer().createTransport(
      {
        url: options.url,
        pool: true,
        maxConnections: connections,
        connectionTimeout: beginning,
        greetingTimeout: beginning,
        socketTimeout: silence,
      },
      { from: options.from },
    ));
  // Its time begins with its turn.
  const inTurn = createTurnstile(connections);
  return {
    configured: true,
    send: ({ headers = {}, to, ...letter }) =>
      inTurn(async () => {
        await connected().sendMail({
          ...letter,
          // An address is one, whatever stands in it: read as a text it could be several.
          to: { name: '', address: to },
          headers: { ...headers },
          signal: AbortSignal.timeout(patience),
        });
      }),
    close: () => transport?.close(),
  };
}
