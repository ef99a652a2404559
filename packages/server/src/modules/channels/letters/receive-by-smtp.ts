import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Clock } from '../../../platform/clock.ts';
import { createTurnstile } from '../../../platform/files/turnstile.ts';
import type { Platform } from '../../../platform/platform.ts';
import { shareCommits } from '../../../platform/share-commits.ts';
import type { Arrival } from '../adapters/email/prove-sender.ts';
import type { LetterDoor } from './letter-door.ts';
import { inboxOfRecipient } from './recipient.ts';
import { answer, createSmtpLimits, type LetterRoom } from './smtp-limits.ts';

const maximumRecipients = 20;
const maximumClients = 200;
/** Milliseconds that a letter may take to come: who goes on for longer no longer has memory of ours. */
const patience = 10 * 60_000;
/** Letters that are stored at once; others that are here whole wait, and their senders with them. Who is slow to send takes no place. */
const turnstile = createTurnstile(16);

/**
 * Receives letters as an MX or behind a relay, for the addresses of our inboxes and no others. A letter is answered 250 once it is
 * stored as it came; 451 while that cannot be done, so that the sender keeps it and tries again. Null where no port is set.
 */
export async function receiveBySmtp(
  platform: Platform,
  door: LetterDoor,
): Promise<{ port: number; stop(): Promise<void> } | null> {
  const { clock, config, database, log } = platform;
  const { INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: host, MAXIMUM_LETTER_BYTES: size } = config;
  if (port === undefined) return null;
  const { SMTPServer } = await import('smtp-server');
  const { INBOUND_SMTP_CERTIFICATE: certificate, INBOUND_SMTP_KEY: key } = config;
  const secure = certificate && key ? { cert: await readFile(certificate), key: await readFile(key) } : null;
  const limits = createSmtpLimits(config);
  /** Where recipients lead, from being named to the letter itself. */
  const inboxes = new WeakMap<SMTPServerAddress, string>();
  // Who names a recipient while others are looked up shares the next look, which begins after they did.
  const inboxOf = shareCommits<string, string | undefined>(
    async (addresses, settle) => {
      const found = new Map<string, string | undefined>();
      for (const [index, address] of addresses.entries()) {
        if (!found.has(address)) found.set(address, await inboxOfRecipient(database.reader(), address));
        settle(index, found.get(address));
      }
    },
    (address) => address,
  );
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
    onConnect: (session, done) => done(limits.enter(session)),
    onClose: (session) => limits.leave(session),
    onMailFrom: (from, _session, done) => {
      // Known before the bytes are sent where the sender says so (RFC 1870).
      const announced = Number(
        (from.args as { SIZE?: string } | false) && (from.args as { SIZE?: string }).SIZE,
      );
      done(announced > size ? answer(552, '5.3.4 the letter is too large') : undefined);
    },
    onRcptTo: (to, session, done) => {
      if (session.envelope.rcptTo.length >= maximumRecipients)
        return done(answer(452, '4.5.3 too many recipients'));
      inboxOf(to.address).then(
        (inboxId) => {
          if (inboxId === undefined) return done(limits.stranger(session));
          inboxes.set(to, inboxId);
          done();
        },
        () => done(answer(451, '4.3.0 not now, please try again')),
      );
    },
    onData: (stream, session, done) => {
      take(stream, session).then(
        () => done(null, 'kept'),
        (error) => done(error as Error),
      );
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'SMTP receiver'));

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const room = limits.openRoom();
    try {
      const raw = await readAll(stream, size, room, clock);
      await turnstile(() => keep(raw, session));
    } finally {
      room.giveBack();
    }
  }

  async function keep(raw: Buffer, session: SMTPServerSession): Promise<void> {
    await limits.letter(session);
    const arrival = limits.isRelay(session) ? null : arrivalOf(session);
    try {
      const byInbox = new Map<string, string[]>();
      for (const recipient of session.envelope.rcptTo) {
        const inboxId = inboxes.get(recipient) ?? (await inboxOf(recipient.address));
        if (inboxId) byInbox.set(inboxId, [...(byInbox.get(inboxId) ?? []), recipient.address]);
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

/** Who spoke to us. Of a relay this would say nothing of where the letter comes from. */
function arrivalOf({ remoteAddress, hostNameAppearsAs, envelope }: SMTPServerSession): Arrival {
  const from = envelope.mailFrom;
  return {
    // IPv4 within IPv6 as what it is: SPF knows no other.
    remoteAddress: remoteAddress.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, ''),
    helo: hostNameAppearsAs || '',
    envelopeSender: from ? from.address : '',
    receivedBy: hostname(),
  };
}

/**
 * All bytes. Throws the refusal of a letter that is too large, takes too long, or comes while too many are under way; it is read away all
 * the same.
 */
async function readAll(
  stream: SMTPServerDataStream,
  limit: number,
  room: LetterRoom,
  clock: Clock,
): Promise<Buffer> {
  const end = clock.now().getTime() + patience;
  const parts: Buffer[] = [];
  let total = 0;
  let refusal: Error | undefined;
  for await (const part of stream as AsyncIterable<Buffer>) {
    total += part.length;
    if (total > limit) refusal = answer(552, '5.3.4 the letter is too large');
    else if (clock.now().getTime() > end) refusal ??= answer(451, '4.4.2 it took too long to come');
    else if (!refusal && room.take(part.length)) parts.push(part);
    else refusal ??= answer(451, '4.3.1 too much at once, please try again later');
    if (!refusal) continue;
    parts.length = 0;
    room.giveBack();
  }
  if (refusal) throw refusal;
  return Buffer.concat(parts, total);
}
