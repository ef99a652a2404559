import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter that reached the mail server. */
export interface ReceivedLetter {
  to: string;
  headers: string;
  text: string;
  /** The letter as it came. */
  raw: Buffer;
}

/** A mail server that keeps what it gets. */
export interface Mailbox {
  readonly url: string;
  readonly letters: ReceivedLetter[];
  next(): Promise<ReceivedLetter>;
  /** From now on it knows no such mailbox. */
  refuse(address: string): void;
}

/** A real mail server on this machine, until it is stopped. */
export async function startMailbox(): Promise<Mailbox & { stop(): Promise<void> }> {
  const letters: ReceivedLetter[] = [];
  const waiting: Array<(letter: ReceivedLetter) => void> = [];
  const refused = new Set<string>();
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      done(
        refused.has(address)
          ? Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 })
          : null,
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const raw = Buffer.concat(chunks);
        letters.push({ to, raw, ...decode(raw.toString('utf8')) });
        const next = letters[taken];
        if (waiting.length > 0 && next) {
          taken++;
          waiting.shift()?.(next);
        }
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    next() {
      const letter = letters[taken];
      if (!letter) return new Promise((resolve) => waiting.push(resolve));
      taken++;
      return Promise.resolve(letter);
    },
    refuse: (address) => void refused.add(address),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function decode(raw: string): { headers: string; text: string } {
  const [headers = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const [, boundary] = /^content-type: multipart\/[^;]+;\s*boundary="?([^"\r\n]+)/im.exec(headers) ?? [];
  // The first of its parts is the text.
  if (boundary)
    return { headers, text: decode((body.split(`--${boundary}`)[1] ?? '').replace(/^\r\n/, '')).text };
  if (/^content-transfer-encoding: base64/im.test(headers)) {
    return { headers, text: Buffer.from(body, 'base64').toString('utf8') };
  }
  if (!/^content-transfer-encoding: quoted-printable/im.test(headers)) return { headers, text: body };
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { headers, text: Buffer.from(bytes, 'latin1').toString('utf8') };
}
