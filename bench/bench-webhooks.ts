import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@fairlead/contract';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { measure } from './measure.ts';
import type { LoadResult } from './message-load.ts';
import { createPoster } from './post-json.ts';
import { rawInserts } from './raw-inserts.ts';
import { ms, percentile, printTable } from './table.ts';

const { channels } = endpoints;
const seconds = 5;
const loads = [1, 8, 32];
/** Those who write: each has a conversation after the first message, as most who write on a platform do. */
const people = 500;
const secretHeader = 'x-telegram-bot-api-secret-token';

/**
 * Updates of Telegram's per second: until each is stored and answered, and until each message stands in its conversation, beside what the database does
 * at best, a row in a transaction of its own.
 */
export async function benchWebhooks(installation: Installation): Promise<void> {
  const telegram = await startTelegram();
  const { url, secret } = await connect(installation, telegram);
  const pool = new Pool({ connectionString: installation.connectionString, max: 1 });
  const rows: Array<Array<string | number>> = [];
  const row = (name: string, clients: number, { perSecond, p50, p99 }: LoadResult) =>
    rows.push([name, clients, perSecond.toFixed(0), ms(p50), ms(p99)]);
  // Everybody has written once, and the server is warm.
  await receive(url, secret, pool, 8, people);
  for (const clients of loads) {
    const { answered, kept } = await receive(url, secret, pool, clients);
    row('stored and answered', clients, answered);
    row('in the conversation', clients, kept);
    const raw = await rawInserts(installation.connectionString, clients);
    row('one INSERT per transaction', clients, await measure(clients, seconds, raw.insert));
    await raw.stop();
  }
  await pool.end();
  telegram.stop();
  printTable('Webhooks (synchronous_commit=on)', ['', 'connections', 'per second', 'p50 ms', 'p99 ms'], rows);
}

let updates = 0;

/** Sends for some seconds, or so many, and waits until all of it stands in conversations. */
async function receive(
  url: string,
  secret: string,
  pool: Pool,
  clients: number,
  count = Number.POSITIVE_INFINITY,
): Promise<{ answered: LoadResult; kept: LoadResult }> {
  const poster = createPoster(url, { [secretHeader]: secret }, clients);
  const sentAt = new Map<string, number>();
  const begun = Date.now();
  const answered = await measure(clients, seconds, async () => {
    if (sentAt.size >= count) return false;
    const number = ++updates;
    const chat = 1000 + (number % people);
    sentAt.set(`${chat}:${number}`, Date.now());
    return poster.post(updateOf(number, chat));
  });
  poster.close();
  const taken = 'select external_id, created_at from social_messages where external_id = any($1)';
  let found: Array<{ external_id: string; created_at: Date }> = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = (await pool.query(taken, [[...sentAt.keys()]])).rows;
  } while (found.length < sentAt.size);
  const times = found.map((it) => it.created_at.getTime() - (sentAt.get(it.external_id) ?? 0));
  const last = Math.max(...found.map((it) => it.created_at.getTime()));
  const perSecond = (found.length * 1000) / (last - begun);
  return { answered, kept: { perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) } };
}

/** As Telegram sends it: https://core.telegram.org/bots/api#update */
const updateOf = (number: number, chat: number) => ({
  update_id: number,
  message: {
    message_id: number,
    date: Math.floor(Date.now() / 1000),
    chat: { id: chat, type: 'private', first_name: 'Linh' },
    from: { id: chat, is_bot: false, first_name: 'Linh', language_code: 'vi' },
    text: `Tôi đã rút ${number} USDT một giờ trước mà chưa nhận được.`,
  },
});

/** As much of Telegram's servers as connecting a bot takes. */
async function startTelegram() {
  let secret = '';
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const isWebhook = request.url?.endsWith('/setWebhook');
      if (isWebhook) secret = (JSON.parse(body) as { secret_token: string }).secret_token;
      const result = isWebhook ? true : { id: 1, is_bot: true, first_name: 'Support', username: 'bench_bot' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, result }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret: () => secret,
    stop: () => server.close(),
  };
}

/** An inbox that a bot is connected to; where its updates go, and what proves them. */
async function connect(
  { server, world }: Installation,
  telegram: Awaited<ReturnType<typeof startTelegram>>,
): Promise<{ url: string; secret: string }> {
  const admin = await world.agent({ roles: ['administrator'] });
  const inbox = await admin.call(channels.createInbox, {
    body: {
      channel: 'telegram',
      name: 'Telegram',
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
  const { trouble } = await admin.call(channels.connectSocialInbox, {
    params: { id: inbox.id },
    body: { credentials: { token: '1:a-token-of-the-bench', apiUrl: telegram.url } },
  });
  if (trouble) throw new Error(trouble.words);
  return { url: `${server.url}/api/channels/social/${inbox.key}/webhook`, secret: telegram.secret() };
}
