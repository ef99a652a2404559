import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@fairlead/contract';
import { createTransport } from 'nodemailer';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findFreePort } from '../../../platform/embedded-postgres/free-port.ts';
import { makeCertificate } from '../../../testing/certificate.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import { signWebhook } from './webhook-signature.ts';

const { channels } = endpoints;
const address = 'support@harbour.example';
let server: TestServer;
let port: number;
let hook: { url: string; secret: string };

beforeAll(async () => {
  port = await findFreePort(undefined);
  const { certificate, key } = (await makeCertificate()).files;
  server = await createTestServer({
    INBOUND_SMTP_PORT: String(port),
    INBOUND_SMTP_CERTIFICATE: certificate,
    INBOUND_SMTP_KEY: key,
    MAXIMUM_LETTER_BYTES: '200000',
    RATE_LIMITS: 'true',
  });
  const admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  const { id } = await admin.call(channels.createInbox, {
    body: {
      channel: 'email',
      name: 'Letters',
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: team,
      reopenHours: 72,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  });
  const body = {
    address,
    fromName: 'Harbour',
    signatures: {},
    imap: null,
    smtp: null,
    dkim: null,
    secrets: {},
  };
  await admin.call(channels.saveEmailInbox, { params: { id }, body });
  hook = await admin.call(channels.readLetterWebhook, { params: { id } });
});

/** The letters that were taken in with a subject. */
const lettersOf = (subject: string) =>
  server.platform.database
    .reader()
    .sql.selectFrom('letters')
    .select(['conversation_id', 'kind', 'proof'])
    .where('subject', '=', subject)
    .execute();
const one = (subject: string) =>
  vi.waitFor(
    async () => {
      const [letter] = await lettersOf(subject);
      if (!letter) throw new Error(`no letter ${subject}`);
      return letter;
    },
    { timeout: 20_000 },
  );

/** What swaks, a client of its own, was answered: its exit code, and what was said. */
async function swaks(...options: string[]): Promise<{ code: number; said: string }> {
  const child = spawn('swaks', ['--server', '127.0.0.1', '--port', String(port), ...options]);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.on('error', () => {});
  const [code] = (await Promise.race([once(child, 'exit'), once(child, 'error')])) as [unknown];
  if (typeof code !== 'number')
    throw new Error('swaks was not found. Debian: apt-get install swaks; macOS: brew install swaks');
  return { code, said };
}

describe('the SMTP receiver', () => {
  test('takes letters for our addresses, and for those with a plus, from a client that is not ours', async () => {
    const { code, said } = await swaks(
      '--to',
      `Support+anything@harbour.example`,
      '--from',
      'a@example.com',
      '--header',
      'Subject: By swaks',
    );
    expect(said).toMatch(/^<\W+250 /m);
    expect(code).toBe(0);
    expect((await one('By swaks')).conversation_id).not.toBeNull();
  });

  test('relays for nobody, and hears those who guess addresses no longer', async () => {
    const { said } = await swaks('--to', 'somebody@elsewhere.example', '--from', 'a@example.com');
    expect(said).toMatch(/550 5\.1\.1/);
    const guesses = Array.from({ length: 25 }, (_, index) => `guess${index}@harbour.example`).join(',');
    expect((await swaks('--to', guesses, '--from', 'a@example.com')).said).toMatch(/421 4\.7\.0/);
  });

  test('speaks TLS when asked to', async () => {
    const info = await createTransport({
      host: '127.0.0.1',
      port,
      requireTLS: true,
      // The certificate is its own.
      tls: { rejectUnauthorized: false },
    }).sendMail({ from: 'a@example.com', to: address, subject: 'In private', text: 'Over TLS' });
    expect(info.response).toMatch(/^250/);
    await one('In private');
  });

  test('refuses what is too large, announced or not', async () => {
    const large = { from: 'a@example.com', to: address, subject: 'Large', text: 'x'.repeat(300_000) };
    const send = createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail(large);
    await expect(send).rejects.toMatchObject({ responseCode: 552 });
    const file = join(await mkdtemp(join(tmpdir(), 'fairlead-letter-')), 'body');
    await writeFile(file, 'A line of a letter that does not end.\n'.repeat(8_000));
    const { said } = await swaks('--to', address, '--from', 'a@example.com', '--body', `@${file}`);
    expect(said).toMatch(/552 5\.3\.4/);
  });

  test('takes letters while others, as many as one address may, are begun and never end', async () => {
    const begun = await Promise.all(
      Array.from({ length: 18 }, async () => {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'data');
        for (const line of [
          'HELO slow.example',
          'MAIL FROM:<a@example.com>',
          `RCPT TO:<${address}>`,
          'DATA',
        ]) {
          socket.write(`${line}\r\n`);
          await once(socket, 'data');
        }
        socket.write('Subject: It never ends\r\n');
        return socket;
      }),
    );
    const send = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, socketTimeout: 10_000 });
    try {
      await send.sendMail({ from: 'a@example.com', to: address, subject: 'Meanwhile', text: 'Hello' });
      const [slow] = begun;
      server.clock.advance({ minutes: 11 });
      slow?.write('\r\nThe end\r\n.\r\n');
      expect(String((await once(slow as Socket, 'data'))[0])).toMatch(/^451 4\.4\.2/);
    } finally {
      for (const socket of begun) socket.destroy();
    }
    await one('Meanwhile');
  });

  test('lets one address open so many connections and no more, until some are closed', async () => {
    const greetings = async (count: number) => {
      const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
      const closed = sockets.map((socket) => once(socket, 'close'));
      const said = await Promise.all(
        sockets.map(async (socket) => String((await once(socket, 'data'))[0]).slice(0, 3)),
      );
      for (const socket of sockets) socket.end();
      await Promise.all(closed);
      return said;
    };
    const said = await greetings(24);
    expect(said.filter((code) => code === '220')).toHaveLength(20);
    expect(said.filter((code) => code === '421')).toHaveLength(4);
    await vi.waitFor(async () => expect(await greetings(20)).toEqual(Array(20).fill('220')));
  });
});

describe('the webhook of a provider', () => {
  const letter = (subject: string) =>
    Buffer.from(
      `From: b@example.com\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.com>\r\n\r\nHello\r\n`,
    );
  const now = () => String(Math.floor(server.clock.now().getTime() / 1000));
  async function hand(
    raw: Buffer,
    { time = now(), secret = hook.secret, type = 'message/rfc822', key = '' } = {},
  ) {
    const path = new URL(hook.url).pathname;
    const response = await fetch(server.url + (key ? path.replace(/email\/[^/]+/, `email/${key}`) : path), {
      method: 'POST',
      headers: {
        'content-type': type,
        'fairlead-timestamp': time,
        'fairlead-signature': signWebhook(secret, time, raw),
      },
      body: new Uint8Array(raw),
    });
    const answer = (await response.json()) as { state?: string; error?: { code: string } };
    return answer.state ?? answer.error?.code;
  }

  test('takes a signed letter once, however often it is sent', async () => {
    expect(await hand(letter('hooked'))).toBe('stored');
    await one('hooked');
    expect(await hand(letter('hooked'))).toBe('known');
    expect(await lettersOf('hooked')).toHaveLength(1);
  });

  test('takes a letter that holds, in its headers and its text, what no database keeps', async () => {
    const parts = [
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHel=00lo',
      'Content-Type: text/html\r\n\r\n<p>Hel&#0;l\u0000o</p>',
      'Content-Type: text/plain; name="=?utf-8?Q?a=00b.txt?="\r\nContent-Disposition: attachment\r\n\r\nA file',
    ];
    const raw = letter('no\u0000ughts')
      .toString()
      .replace('b@example.com', '=?utf-8?Q?N=00ought?= <b@example.com>')
      .replace(
        'To: ',
        'In-Reply-To: <x\u0000y@example.com>\r\nContent-Type: multipart/mixed; boundary=part\r\nTo: ',
      )
      .replace('Hello\r\n', `${parts.map((it) => `--part\r\n${it}\r\n`).join('')}--part--\r\n`);
    expect(await hand(Buffer.from(raw))).toBe('stored');
    await one('noughts');
  });

  test.each([
    ['signed with another secret', { secret: 'guessed' }, 'channels.letter_not_signed'],
    ['signed long ago', { time: '1700000000' }, 'channels.letter_not_signed'],
    ['without a time', { time: '' }, 'channels.letter_not_signed'],
    ['for no inbox', { key: 'nothing' }, 'channels.inbox_not_found'],
    ['of another type', { type: 'application/json' }, 'request.invalid'],
  ])('refuses a letter %s', async (_what, options, code) => {
    expect(await hand(letter('refused'), options)).toBe(code);
    expect(await lettersOf('refused')).toEqual([]);
  });

  test('refuses a letter that is too large', async () => {
    expect(await hand(Buffer.concat([letter('big'), Buffer.alloc(250_000, 'a')]))).toBe('request.too_large');
  });
});
