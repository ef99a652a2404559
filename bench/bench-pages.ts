import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { endpoints } from '@fairlead/contract';
import { createTestClient, writeDemoArticles } from '@fairlead/server/testing';
import { type Installation, makeFolder, secret } from './installation.ts';
import { measureInTurns } from './measure.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { ms, percentile, printTable } from './table.ts';

const { articles } = endpoints;
const seconds = 4;
const clients = 8;
const changes = 40;
const pages = {
  'first page': '/help/en/',
  'article in English': '/help/en/deposit-and-withdrawal/missing-memo-or-tag',
  'article in Japanese': '/help/ja/deposit-and-withdrawal/missing-memo-or-tag',
  'search, English': '/help/en/search?q=withdrawal%20pending',
  'search, Chinese': '/help/zh-CN/search?q=%E6%8F%90%E5%B8%81',
  'suggestions as one types': '/api/help/search?locale=en&text=withdr',
};

/**
 * The help center's pages a second, with the articles that come with the product, and how long after one node took a change the reader of another
 * sees it.
 */
export async function benchPages(installation: Installation): Promise<void> {
  await installation.platform.database.write(writeDemoArticles);
  const port = await freePort();
  const nats = await startNats(port);
  const settings = {
    DATABASE_URL: installation.connectionString,
    SECRET: secret,
    DATA_DIRECTORY: await makeFolder('fairlead-bench-'),
    ...(nats ? { NATS_URL: `nats://127.0.0.1:${port}` } : {}),
  };
  const one = await startServerProcess(settings);
  const other = await startServerProcess({ ...settings, ROLE: 'web' });
  try {
    await benchRate(one);
    if (nats) await benchChange(installation, one, other);
    else
      console.log('\nNo nats-server here (Debian: apt-get install nats-server): two nodes are not measured.');
  } finally {
    await one.stop();
    await other.stop();
    nats?.kill();
  }
}

async function benchRate(server: ServerProcess): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const all = Object.entries(pages).map(([name, path]) => ({ name, url: server.url + path }));
  for (const { url } of all) await fetchPage(url, agent);
  const article = all[1]?.url ?? '';
  const { etag } = await fetchPage(article, agent);
  const tasks = [
    ...all.map(({ name, url }) => ({ name, task: () => fetchPage(url, agent) })),
    { name: 'article that the browser has', task: () => fetchPage(article, agent, etag) },
  ];
  const results = await measureInTurns(
    clients,
    seconds,
    tasks.map((it) => it.task),
  );
  agent.destroy();
  printTable(
    `Help pages, ${clients} readers at once`,
    ['', 'per second', 'p50 ms', 'p99 ms'],
    results.map(({ perSecond, p50, p99 }, at) => [
      tasks[at]?.name ?? '',
      perSecond.toFixed(0),
      ms(p50),
      ms(p99),
    ]),
  );
}

/** Publishes changes on one node and asks the other for the page until it says so. */
async function benchChange({ world }: Installation, one: ServerProcess, other: ServerProcess): Promise<void> {
  const { headers } = await world.agent({ roles: ['knowledge_editor'] });
  const editor = createTestClient(one.url, headers);
  const category = await editor.call(articles.createCategory, {
    body: { slug: 'measured', parentId: null, texts: { en: { name: 'Measured' } } },
  });
  const text = (words: string) => ({ title: words, summary: words, body: words });
  const { id } = await editor.call(articles.create, {
    body: {
      categoryId: category.id,
      slug: 'changing',
      visibility: 'public',
      sourceLocale: 'en',
      text: text('Not yet'),
    },
  });
  // A node reads what is published when it is first asked.
  await fetch(`${other.url}/help/en/`);
  const params = { id, locale: 'en' as const };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let basedOn = (await editor.call(articles.get, { params: { id } })).translations[0]?.revisionId ?? null;
  for (let number = 0; number < changes; number += 1) {
    const words = `Measured for the ${number} time`;
    const { revisionId } = await editor.call(articles.save, { params, body: { text: text(words), basedOn } });
    await editor.call(articles.publish, { params, body: { revisionId } });
    const published = performance.now();
    while (!(await fetchPage(`${other.url}/help/en/measured/changing`, agent)).text.includes(words));
    times.push(performance.now() - published);
    basedOn = revisionId;
  }
  agent.destroy();
  printTable(
    'From the answer to who published until a reader of another node sees it',
    ['changes', 'p50 ms', 'p99 ms', 'most ms'],
    [[changes, ...[0.5, 0.99, 1].map((share) => ms(percentile(times, share)))]],
  );
}

/** A page as it stands there, whatever its status: one that is not there yet is asked for again. */
function fetchPage(url: string, agent: Agent, etag?: string): Promise<{ text: string; etag: string }> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers: etag ? { 'if-none-match': etag } : {} }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ text, etag: response.headers.etag ?? '' }));
    });
    asked.on('error', reject);
  });
}

/** Undefined where it is not installed. */
async function startNats(port: number): Promise<ChildProcess | undefined> {
  const child = spawn('nats-server', ['--addr', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  const begun = await Promise.race([
    once(child, 'spawn').then(() => true),
    once(child, 'error').then(() => false),
  ]);
  if (!begun) return undefined;
  while (!(await reaches(port))) await new Promise((resolve) => setTimeout(resolve, 20));
  return child;
}

function reaches(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
