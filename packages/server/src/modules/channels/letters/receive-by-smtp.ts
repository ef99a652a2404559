import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { createTurnstile } from '../../../platform/files/turnstile.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LetterDoor } from './letter-door.ts';
import { inboxOfRecipient } from './recipient.ts';

const maximumRecipients = 20;
const maximumClients = 200;
/** Letters that are stored at once; others wait, and their senders with them. */
const turnstile = createTurnstile(16);

/** An answer of the protocol (RFC 5321 section 4.2.3, RFC 3463). */
const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/**
 * Receives letters as an MX or behind a relay, for the addresses of our inboxes and no others. A letter is answered 250 once it is
 * stored as it came; 451 while that cannot be done, so that the sender keeps it and tries again. Null where no port is set.
 */
export async function receiveBySmtp(
  platform: Platform,
  door: LetterDoor,
): Promise<{ port: number; stop(): Promise<void> } | null> {
  const { config, database, log } = platform;
  const { INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: host, MAXIMUM_LETTER_BYTES: size } = config;
  if (port === undefined) return null;
  const { INBOUND_SMTP_CERTIFICATE: certificate, INBOUND_SMTP_KEY: key } = config;
  const secure = certificate && key ? { cert: await readFile(certificate), key: await readFile(key) } : null;
  const server = new SMTPServer({
    ...secure,
    banner: 'Fairlead',
    size,
    authOptional: true,
    disabledCommands: secure ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: maximumClients,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    logger: false,
    onMailFrom: (from, session, done) => {
      // Known before the bytes are sent where the sender says so (RFC 1870).
      const announced = Number(
        (from.args as { SIZE?: string } | false) && (from.args as { SIZE?: string }).SIZE,
      );
      void session;
      done(announced > size ? answer(552, '5.3.4 the letter is too large') : undefined);
    },
    onRcptTo: (to, session, done) => {
      if (session.envelope.rcptTo.length >= maximumRecipients)
        return done(answer(452, '4.5.3 too many recipients'));
      inboxOfRecipient(database.reader(), to.address).then(
        (inboxId) => done(inboxId === undefined ? answer(550, '5.1.1 no such address here') : undefined),
        () => done(answer(451, '4.3.0 not now, please try again')),
      );
    },
    onData: (stream, session, done) => {
      turnstile(() => take(stream, session)).then(
        () => done(null, 'kept'),
        (error) => done(error as Error),
      );
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'SMTP receiver'));

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = await readAll(stream, size);
    if (!raw) throw answer(552, '5.3.4 the letter is too large');
    const from = session.envelope.mailFrom;
    const arrival = {
      remoteAddress: session.remoteAddress,
      helo: session.hostNameAppearsAs || '',
      envelopeSender: from ? from.address : '',
      receivedBy: hostname(),
    };
    try {
      const byInbox = new Map<string, string[]>();
      for (const { address } of session.envelope.rcptTo) {
        const inboxId = await inboxOfRecipient(database.reader(), address);
        if (inboxId) byInbox.set(inboxId, [...(byInbox.get(inboxId) ?? []), address]);
      }
      for (const [inboxId, deliveredTo] of byInbox)
        await door.receive({ inboxId, raw, deliveredTo, arrival });
    } catch (error) {
      log.error({ err: error }, 'a letter was not kept; its sender tries again');
      throw answer(451, '4.3.0 not now, please try again');
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** All bytes; null for more than are allowed, which are read away and dropped. */
async function readAll(stream: SMTPServerDataStream, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    total += part.length;
    if (total <= limit) parts.push(part);
    else parts.length = 0;
  }
  return total > limit ? null : Buffer.concat(parts, total);
}
