import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createMail, orderLetters, sendLetters } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { freePort } from './server-process.ts';
import { ms, printTable } from './table.ts';

const everybody = { kind: 'listing', audience: { who: 'all' } } as const;

interface Case {
  readonly recipients: number;
  /** ANNOUNCEMENT_LETTERS_PER_SECOND. */
  readonly pace: number;
  /** Letters that the mail server takes in a second. */
  readonly limit: number;
  /** The first run is ended in the middle, as a node that dies would. */
  readonly dies?: true;
}

const cases: readonly Case[] = [
  { recipients: 5_000, pace: 200, limit: 250 },
  { recipients: 5_000, pace: 1_000, limit: 250 },
  { recipients: 100_000, pace: 10_000, limit: 1_000_000, dies: true },
];

/** What a mail server was sent. */
interface Report {
  readonly taken: number;
  readonly doubled: number;
  readonly refused: number;
}

/**
 * Letters about an announcement to everybody who wishes them, at a pace, against a mail server on this machine that takes only so many in a second. The
 * server's own jobs are stopped meanwhile. What is refused waits a minute and more, and is counted, not waited for.
 */
export async function benchAnnouncements(installation: Installation): Promise<void> {
  await installation.server.stop();
  const pool = new Pool({ connectionString: installation.connectionString, max: 2 });
  // The database may be gone before its last connection knows that it is not wanted any more.
  pool.on('error', () => {});
  const rows: string[][] = [];
  let made = 0;
  for (const it of cases) {
    await subscribe(pool, it.recipients - made);
    made = Math.max(made, it.recipients);
    rows.push(await announce(installation, pool, it));
  }
  await pool.end();
  printTable(
    'Letters about an announcement (synchronous_commit=on)',
    [
      'recipients',
      'pace',
      'server takes',
      'ordered ms',
      'seconds',
      'per second',
      'taken',
      'refused',
      'twice',
    ],
    rows,
  );
}

async function announce({ platform }: Installation, pool: Pool, it: Case): Promise<string[]> {
  const id = await publishOne(pool);
  const port = await freePort();
  const sink = fork(fileURLToPath(new URL('limited-smtp.ts', import.meta.url)), [
    String(port),
    String(it.limit),
  ]);
  await once(sink, 'message');
  const begun = performance.now();
  await platform.database.write((tx) => orderLetters(tx, id, 1, everybody));
  const ordered = performance.now() - begun;
  const url = `smtp://127.0.0.1:${port}`;
  const config = { ...platform.config, ANNOUNCEMENT_LETTERS_PER_SECOND: it.pace };
  const ground = {
    ...platform,
    config,
    mail: createMail({ url, from: 'HTX <news@harbour.example>', log: platform.log }),
    // The next run is begun below.
    jobs: { ...platform.jobs, enqueue: async () => {} },
  };
  const waiting = async () =>
    Number(
      (
        await pool.query(
          `select count(*) from announcement_letters
           where announcement_id = $1 and state in ('waiting', 'sending') and attempts = 0`,
          [id],
        )
      ).rows[0]?.count,
    );
  const started = performance.now();
  if (it.dies) {
    // One write frees what was left, then two a batch: the last batch has left and is noted nowhere.
    const database = dyingAfter(platform.database, 100);
    await sendLetters({ ...ground, database }, async () => true).catch(() => {});
    await pool.query(
      `update announcement_letters set due_at = due_at - interval '11 minutes' where announcement_id = $1 and state = 'sending'`,
      [id],
    );
  }
  while ((await waiting()) > 0) await sendLetters(ground, async () => true);
  const took = (performance.now() - started) / 1000;
  ground.mail.close();
  const asked = once(sink, 'message');
  sink.send('report');
  const [{ taken, doubled, refused }] = (await asked) as [Report];
  sink.kill();
  await pool.query(`update announcement_letters set state = 'skipped' where announcement_id = $1`, [id]);
  const count = (value: number) => value.toLocaleString('en');
  return [
    `${count(it.recipients)}${it.dies ? ', a node dies' : ''}`,
    `${count(it.pace)}/s`,
    it.limit > 100_000 ? 'all' : `${count(it.limit)}/s`,
    ms(ordered),
    took.toFixed(1),
    count(Math.round((taken + refused) / took)),
    count(taken),
    count(refused),
    count(doubled),
  ];
}

/** A database that is gone when a batch has left and is to be noted, after so many writes. */
function dyingAfter(database: Installation['platform']['database'], writes: number): typeof database {
  let left = writes;
  return {
    ...database,
    write(body) {
      if (left-- <= 0) throw new Error('the node is gone');
      return database.write(body);
    },
  };
}

async function publishOne(pool: Pool): Promise<string> {
  const { rows } = await pool.query(
    `with it as (
       insert into announcements (id, slug, kind, state, version, edition, source_locale, audience, help_center, banner, email, time_zone, article_ids, authors, created_at, updated_at, published_at)
       values (gen_random_uuid(), 'bench-' || gen_random_uuid(), 'listing', 'published', 1, 1, 'en', '{"who":"all"}', true, false, true, 'UTC', '{}', '{}', now(), now(), now())
       returning id
     )
     insert into announcement_editions (announcement_id, edition, kind, source_locale, texts, audience, help_center, banner, article_ids, published_at)
     select id, 1, 'listing', 'en', $1, '{"who":"all"}', true, false, '{}', now() from it returning announcement_id as id`,
    [
      JSON.stringify([
        {
          locale: 'en',
          title: 'HTX lists SEA',
          summary: 'SEA/USDT opens on Friday at 10:00 UTC.',
          body: 'New assets can move a lot. '.repeat(20),
        },
      ]),
    ],
  );
  return String(rows[0]?.id);
}

async function subscribe(pool: Pool, count: number): Promise<void> {
  if (count <= 0) return;
  await pool.query(
    `with people as (
       insert into customers (id, external_id, verified_at, name, email, email_verified, locale, first_seen_at, last_seen_at)
       select gen_random_uuid(), 'bench ' || gen_random_uuid(), now(), 'Bench', gen_random_uuid() || '@example.com', true, 'en', now(), now()
       from generate_series(1, $1::int)
       returning id
     )
     insert into announcement_subscriptions (customer_id, kinds, locale, since)
     select id, '{listing}', 'en', now() from people`,
    [count],
  );
  await pool.query('vacuum analyze customers, announcement_subscriptions');
}
