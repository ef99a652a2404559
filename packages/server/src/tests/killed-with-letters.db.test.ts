import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@fairlead/contract';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { expect, test, vi } from 'vitest';
import { deliverMessage } from '../modules/conversations/delivery-job.ts';
import { openDovecot } from '../testing/dovecot.ts';
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import type { TestServer } from '../testing/test-server.ts';
import { openLetterDesk } from './letter-desk.testing.ts';

/**
 * A worker in a process of its own is killed (SIGKILL) at the two moments at which a letter could be lost or doubled. It is held there by a
 * lock in the database, so that the moment is the right one every time.
 */
const { conversations } = endpoints;
const patience = { timeout: 60_000, interval: 100 };

/** Who was at a job has had its time, and the queue's own look at what is late hands it out again. */
async function loseJobs({ connectionString, platform }: TestServer): Promise<void> {
  await platform.database.raw(
    `update pgboss.job set started_on = started_on - interval '1 day' where state = 'active'`,
  );
  const queue = new PgBoss({
    connectionString,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 1,
  });
  await queue.start();
  await queue.supervise(deliverMessage.name);
  await queue.stop();
}

test('a worker killed between fetch and store loses and doubles nothing; one killed between the mail server’s yes and our note sends again under the same Message-ID', async () => {
  const dovecot = await openDovecot();
  const desk = await openLetterDesk({ ROLE: 'web' });
  const { server, mailbox } = desk;
  const { database } = server.platform;
  const worker = {
    ROLE: 'worker',
    DATABASE_URL: server.connectionString,
    DATA_DIRECTORY: await mkdtemp(join(tmpdir(), 'fairlead-worker-')),
  };
  const count = async (query: string) => (await database.raw(query)).rows.length;

  /** Lets nothing be written into a table until it is let go. */
  async function hold(table: string) {
    const client = new Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query(`begin; lock table ${table} in share row exclusive mode`);
    return {
      /** Kills a node once nothing but this statement is missing. Its connection is ended too: by itself it would wait on. */
      async killWhoWaits(node: ServerProcess, statement: string): Promise<void> {
        await vi.waitFor(async () => {
          const { rows } = await database.raw(
            `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`,
            [statement],
          );
          expect(rows).toHaveLength(1);
        }, patience);
        await node.kill();
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
      },
      async release(): Promise<void> {
        await client.query('rollback');
        await client.end();
      },
    };
  }

  const mailer = await dovecot.mailer();
  await mailer.mailboxCreate('letters');
  for (const name of ['one', 'two'])
    await mailer.append(
      'letters',
      `From: ${name}@example.com\r\nTo: support@harbour.example\r\nSubject: ${name}\r\nMessage-ID: <${name}@x>\r\n\r\nI am ${name}\r\n`,
    );
  await mailer.logout();
  const { user, password, port } = dovecot;
  const imap = { host: '127.0.0.1', port, security: 'none', user, auth: 'password', mailboxes: ['letters'] };
  await desk.setUp({ imap, secrets: { imapPassword: password } });

  const storing = await hold('inbound_payloads');
  const first = startServerProcess(worker);
  await storing.killWhoWaits(first, '%insert into inbound_payloads%');
  await storing.release();
  expect(await count('select 1 from inbound_payloads')).toBe(0);
  expect(await count('select 1 from mailboxes')).toBe(0);

  // Who fetches an inbox is believed to be at it for half a minute: it is over.
  await database.raw(`update email_inboxes set fetched_until = now() - interval '1 day'`);
  const second = startServerProcess(worker);
  await vi.waitFor(async () => expect(await count('select 1 from letters')).toBe(2), patience);
  expect(await count('select 1 from inbound_payloads')).toBe(2);
  expect(await count(`select 1 from messages where kind = 'text'`)).toBe(2);

  await second.kill();

  const { conversation } = await desk.threadOf('I am one');
  const { message } = await desk.agent.call(conversations.post, {
    params: { id: conversation.id },
    body: { key: 'answer-one', text: 'Here is your answer', kind: 'text', seenSeq: 99 },
  });
  await server.settle();
  const delivery = async () => {
    const { messages } = await desk.threadOf('Here is your answer');
    return messages.find((it) => it.id === message.id)?.delivery?.state;
  };
  const recording = await hold('messages');
  const third = startServerProcess(worker);
  await recording.killWhoWaits(third, 'update "messages"%');
  await recording.release();
  expect(mailbox.letters).toHaveLength(1);
  expect(await delivery()).toBe('queued');

  await loseJobs(server);
  startServerProcess(worker);
  await vi.waitFor(async () => expect(await delivery()).toBe('sent'), patience);
  const ids = mailbox.letters.map(({ headers }) => /^message-id: (\S+)/im.exec(headers)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await count(`select 1 from letters where direction = 'out'`)).toBe(1);
}, 300_000);
