import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@fairlead/contract';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { measure } from './measure.ts';
import type { LoadResult } from './message-load.ts';
import { freePort } from './server-process.ts';
import { createMailer } from './smtp-client.ts';
import { ms, percentile, printTable } from './table.ts';

const { channels } = endpoints;
const seconds = 5;
const loads = [1, 8, 32];
const address = 'support@harbour.example';
const domain = 'customers.example';

interface Ingest {
  /** Until each letter was answered 250: it is kept. */
  readonly kept: LoadResult;
  /** Until each has its conversation and its ticket. */
  readonly ticket: LoadResult;
  /** Most resident memory meanwhile, in bytes. */
  readonly memory: number;
}

/**
 * Letters per second by SMTP: until they are kept and answered, and until each has its ticket, beside what the machine can do at best, a mail server
 * that keeps nothing. Each letter is of a customer of its own; senders are checked, their DNS is asked once.
 */
export async function benchEmail(installation: Installation): Promise<void> {
  await makeInbox(installation);
  const pool = new Pool({ connectionString: installation.connectionString, max: 1 });
  // Its connections may still be on their way out when the database ends.
  pool.on('error', () => {});
  const raw = await startRaw();
  const rows: Array<Array<string | number>> = [];
  const row = (name: string, clients: number, { perSecond, p50, p99 }: LoadResult, memory?: number) =>
    rows.push([
      name,
      clients,
      perSecond.toFixed(0),
      ms(p50),
      ms(p99),
      memory ? (memory / 2 ** 20).toFixed(0) : '',
    ]);
  // Warm, as a server is that has been up for a minute.
  await ingest(installation, pool, 8);
  for (const clients of loads) {
    const alone = await createMailer(raw.port, clients);
    row('SMTP alone, nothing kept', clients, await measure(clients, seconds, () => sendNext(alone)));
    alone.close();
    const { kept, ticket, memory } = await ingest(installation, pool, clients);
    row('kept and answered', clients, kept);
    row('in a ticket', clients, ticket, memory);
  }
  raw.stop();
  await pool.end();
  printTable(
    'Letters by SMTP (synchronous_commit=on)',
    ['', 'connections', 'per second', 'p50 ms', 'p99 ms', 'memory MB'],
    rows,
  );
}

/** Sends for some seconds, and waits until all of it has become tickets. */
async function ingest({ server, smtpPort }: Installation, pool: Pool, clients: number): Promise<Ingest> {
  const mailer = await createMailer(smtpPort, clients);
  const sentAt = new Map<string, number>();
  const first = letters;
  let memory = 0;
  const watch = setInterval(async () => {
    memory = Math.max(memory, await server.memory());
  }, 200);
  const begun = Date.now();
  const kept = await measure(clients, seconds, () => {
    sentAt.set(idOf(letters), Date.now());
    return sendNext(mailer);
  });
  mailer.close();
  const ticketed = `select l.header_id, t.created_at from letters l join tickets t on t.conversation_id = l.conversation_id
    where l.direction = 'in' and substring(l.header_id, '^[0-9]+')::int >= $1`;
  let found: Array<{ header_id: string; created_at: Date }> = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = (await pool.query(ticketed, [first])).rows;
  } while (found.length < sentAt.size);
  clearInterval(watch);
  const times = found.map((it) => it.created_at.getTime() - (sentAt.get(it.header_id) ?? 0));
  const last = Math.max(...found.map((it) => it.created_at.getTime()));
  const perSecond = (found.length * 1000) / (last - begun);
  return {
    kept,
    ticket: { perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    memory,
  };
}

let letters = 0;
const idOf = (number: number) => `${number}@${domain}`;

/** One more letter, as mail programs write them: text and HTML. */
async function sendNext(mailer: Awaited<ReturnType<typeof createMailer>>): Promise<void> {
  const number = letters++;
  const from = `customer${number}@${domain}`;
  const text = `I withdrew ${number} USDT an hour ago and it has not arrived. Please look into it.`;
  const part = (type: string, body: string) => ['--both', `Content-Type: ${type}; charset=utf-8`, '', body];
  const lines = [
    `From: Customer ${number} <${from}>`,
    `To: Harbour <${address}>`,
    `Subject: Withdrawal ${number} is missing`,
    `Message-ID: <${idOf(number)}>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=both',
    '',
    ...part('text/plain', `${text}\r\n\r\n-- \r\nCustomer ${number}`),
    ...part('text/html', `<html><body><p>${text}</p><p>-- <br>Customer <b>${number}</b></p></body></html>`),
    '--both--',
  ];
  await mailer.send(from, address, lines.join('\r\n'));
}

async function startRaw() {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('raw-smtp.ts', import.meta.url)), [String(port)]);
  await once(child, 'message');
  return { port, stop: () => child.kill() };
}

async function makeInbox({ world }: Installation): Promise<void> {
  const admin = await world.agent({ roles: ['administrator'] });
  const { id } = await admin.call(channels.createInbox, {
    body: {
      channel: 'email',
      name: 'Letters',
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: await world.team(),
      reopenHours: 72,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  });
  await admin.call(channels.saveEmailInbox, {
    params: { id },
    body: { address, fromName: 'Harbour', signatures: {}, imap: null, smtp: null, dkim: null, secrets: {} },
  });
}
