import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@fairlead/contract';
import { SMTPServer } from 'smtp-server';
import { wait } from '../message-load.ts';
import { createMailer } from '../smtp-client.ts';
import { type ChaosChannel, fails, type Shown } from './chaos-channel.ts';

const address = 'support@harbour.example';

/**
 * Letters by SMTP, each handed in twice as by a mail server that missed our answer, and the mail server that ours leave by: of ten letters it
 * puts one off.
 */
export async function startEmail(smtpPort: number): Promise<ChaosChannel> {
  const people = ['linh@customers.example', 'oleg@customers.example', 'aiko@customers.example'];
  const received: Array<Shown & { to: string }> = [];
  let refused = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo(_address, _session, done) {
      if (!fails()) return done();
      refused++;
      done(Object.assign(new Error('4.7.0 Try again later'), { responseCode: 451 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((it) => it.address).join();
        // Whatever it is wrapped in, the answer stands on a line of its own.
        const text = /^answer to \S+/m.exec(Buffer.concat(chunks).toString('utf8'))?.[0];
        if (text) received.push({ text, to, at: Date.now() });
        done();
      });
    },
  });
  // Whoever was killed hangs up in the middle of a letter.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  let letters = 0;

  async function handIn(from: string, letter: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const mailer = await createMailer(smtpPort, 1);
        await mailer.send(from, address, letter);
        return mailer.close();
      } catch (error) {
        if (attempt === 200) throw error;
        await wait(Math.min(100 * attempt, 1000));
      }
    }
  }

  return {
    channel: 'email',
    people,
    mostWaiting: 6,
    async connect(admin, inboxId) {
      const smtp = {
        host: '127.0.0.1',
        port,
        security: 'none' as const,
        user: null,
        auth: 'password' as const,
      };
      const body = {
        address,
        fromName: 'Harbour',
        signatures: {},
        imap: null,
        smtp,
        dkim: null,
        secrets: {},
      };
      await admin.call(endpoints.channels.saveEmailInbox, { params: { id: inboxId }, body });
    },
    async write(person, text) {
      const lines = [
        `From: <${person}>`,
        `To: <${address}>`,
        'Subject: Withdrawal is missing',
        `Message-ID: <chaos-${++letters}@customers.example>`,
        `Date: ${new Date().toUTCString()}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ];
      for (let time = 0; time < 2; time++) await handIn(person, lines.join('\r\n'));
    },
    shown: async (person) => received.filter((it) => it.to === person),
    calm: async () => {},
    refused: () => refused,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
