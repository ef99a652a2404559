import { rm } from 'node:fs/promises';
import process from 'node:process';
import { type Channel, endpoints } from '@fairlead/contract';
import { createTestClient } from '@fairlead/server/testing';
import type { ChaosChannel } from './channels/chaos-channel.ts';
import { startEmail } from './channels/chaos-email.ts';
import { startChat, startPortal } from './channels/chaos-own.ts';
import { startFacebook, startTelegram, startWechat, startX } from './channels/chaos-social.ts';
import { createInstallation, makeFolder, secret } from './installation.ts';
import { killDatabase } from './kill-database.ts';
import { wait } from './message-load.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { printTable } from './table.ts';

/**
 * Customers write on all seven channels and an agent answers each of their texts, while everything that comes in comes twice and out of order,
 * one of ten calls to a platform fails, and the server is killed (SIGKILL) again and again, every other time with its database. Afterwards
 * every text must stand in a conversation exactly once, and every answer must have been shown exactly once.
 *
 * Twice is allowed in one case that nobody can rule out: where the server died between a platform's yes and our note of it.
 */
const { channels, conversations } = endpoints;
const kills = Number(process.argv[3] ?? 10);
/** Milliseconds between a platform's yes and our note of it, at most. */
const briefly = 2_000;
/** As long as what failed several times may take to be tried again, and what a dead node had in hand to be missed. */
const patience = 600_000;

/** What somebody wrote: it begins with a word of its own, by which its answer is known. */
interface Said {
  readonly word: string;
  readonly text: string;
}

const folder = await makeFolder('fairlead-chaos-');
const [port, smtpPort] = [await freePort(), await freePort()];
const url = `http://127.0.0.1:${port}`;
const settings = {
  DATA_DIRECTORY: folder,
  SECRET: secret,
  PLATFORMS_AT: '127.0.0.0/8',
  INBOUND_SMTP_PORT: String(smtpPort),
};
const { admin, agent, all } = await populate();
let server: ServerProcess = await startServerProcess(settings, port);
for (const { channel, inboxId } of all) await channel.connect(admin, inboxId);

/** What still goes on. */
const going = { writing: true, answering: true };
const said = new Map<string, Said[]>();
const answered = new Set<string>();
const killedAt: number[] = [];
const writing = all.flatMap(({ channel }) => channel.people.map((person) => writeOn(channel, person)));
const answering = answer();
const begun = performance.now();
for (let kill = 1; kill <= kills; kill++) {
  await wait(2_000 + Math.random() * 3_000);
  const crash = kill % 2 === 0;
  if (crash) await killDatabase(folder);
  killedAt.push(Date.now());
  await server.kill();
  server = await startServerProcess(settings, port);
  process.stdout.write(`kill ${kill} of ${kills}: ${crash ? 'server and database' : 'server'}\n`);
}
await wait(3_000);
const seconds = (performance.now() - begun) / 1000;
going.writing = false;
await Promise.all(writing);
for (const { channel } of all) {
  await channel.calm();
  // What was held back leaves with the next.
  for (const person of channel.people) await write(channel, person);
}
const waited = await untilAllShown();
going.answering = false;
await answering;
const threads = await readThreads();
const verdicts = await Promise.all(all.map(({ channel }) => judge(channel, threads)));
await server.stop();
for (const { channel } of all) await channel.close();
await rm(folder, { recursive: true, force: true });

printTable(
  `Channels: ${kills} kills in ${seconds.toFixed(0)} s, the last answer ${waited.toFixed(0)} s later`,
  [
    '',
    'texts',
    'lost',
    'doubled',
    'answers',
    'not shown',
    'shown twice',
    'of these at a kill',
    'calls failed',
  ],
  verdicts.map((it) => [
    it.channel,
    it.texts,
    it.lost,
    it.doubled,
    it.answers,
    it.unshown,
    it.twice,
    it.atKill,
    it.refused,
  ]),
);
const wrong = verdicts.reduce((sum, it) => sum + it.lost + it.doubled + it.unshown + it.twice - it.atKill, 0);
process.exit(wrong === 0 && verdicts.every((it) => it.texts > 0 && it.answers > 0) ? 0 : 1);

/** Makes people and inboxes on the database that the server will keep, before it does. */
async function populate() {
  const installation = await createInstallation(folder);
  const { world } = installation;
  const team = await world.team();
  const adminOfWorld = await world.agent({ roles: ['administrator'] });
  const agentOfWorld = await world.agent({ teams: [team], capacity: 50 });
  const own = await world.inbox({ team });
  const customers = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const identity = await world.identity(own.secret, {
        sub: `chaos-${index}`,
        email: `c${index}@customers.example`,
      });
      return world.customer(own.key, { identity });
    }),
  );
  const inbox = async (channel: Channel) => {
    const rules = { reopenHours: 72, acceptSeconds: 60, answerHours: 24, enabled: true };
    const topics = { allowedOrigins: [], topics: [], topicTeams: {} };
    const body = { channel, name: channel, defaultTeamId: team, ...topics, ...rules };
    return (await adminOfWorld.call(channels.createInbox, { body })).id;
  };
  const started = [
    startChat(url, customers.slice(0, 3)),
    startPortal(url, customers.slice(3)),
    await startEmail(smtpPort),
    await startTelegram(url),
    await startFacebook(url),
    await startX(url),
    await startWechat(url),
  ];
  const found: Array<{ channel: ChaosChannel; inboxId: string }> = [];
  for (const channel of started)
    found.push({ channel, inboxId: channel.channel === 'chat' ? own.id : await inbox(channel.channel) });
  await installation.stop();
  return {
    admin: createTestClient(url, adminOfWorld.headers),
    agent: createTestClient(url, agentOfWorld.headers),
    all: found,
  };
}

function placeOf(channel: ChaosChannel, person: string): string {
  return `${channel.channel}:${person}`;
}

function answerOf(word: string): string {
  return `answer to ${word}`;
}

async function write(channel: ChaosChannel, person: string): Promise<void> {
  const place = placeOf(channel, person);
  const texts = said.get(place) ?? [];
  const word = `${channel.channel}-${person.replace(/\W/g, '')}-${texts.length + 1}`;
  const text = `${word} where is my withdrawal of ${texts.length + 100} USDT`;
  said.set(place, [...texts, { word, text }]);
  await channel.write(person, text);
}

/** Somebody writes again and again, and waits when too many of their texts have no answer yet. */
async function writeOn(channel: ChaosChannel, person: string): Promise<void> {
  while (going.writing) {
    const open = await unanswered(channel, person).catch(() => null);
    if (open && open.length < channel.mostWaiting) await write(channel, person);
    await wait(200 + Math.random() * 400);
  }
}

/** What of somebody's texts they have been shown no answer to. */
async function unanswered(channel: ChaosChannel, person: string): Promise<string[]> {
  const shown = new Set((await channel.shown(person)).map(({ text }) => answerIn(text)));
  const words = (said.get(placeOf(channel, person)) ?? []).map(({ word }) => word);
  return words.filter((word) => !shown.has(answerOf(word)));
}

/** The answer that stands in a text, whatever stands around it. */
function answerIn(text: string): string | undefined {
  return /answer to \S+/.exec(text)?.[0];
}

/** All texts of conversations, as agents read them: who wrote, and what. */
async function readThreads(): Promise<Array<{ id: string; own: boolean; text: string }>> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { view: 'all' as const, limit: 100, ...(cursor && { cursor }) };
    const page = await admin.call(conversations.list, { query });
    ids.push(...page.items.map(({ id }) => id));
    if (!page.next) break;
    cursor = page.next;
  }
  // A conversation that moves while pages are turned may come twice.
  return (await Promise.all([...new Set(ids)].map(readThread))).flat();
}

async function readThread(id: string) {
  const read: Array<{ id: string; own: boolean; text: string }> = [];
  for (let after = 0; ; ) {
    const { items } = await admin.call(conversations.messages, {
      params: { id },
      query: { after, limit: 200 },
    });
    for (const { kind, author, text } of items)
      if (kind === 'text') read.push({ id, own: author.type === 'agent', text });
    const last = items.at(-1);
    if (!last) return read;
    after = last.seq;
  }
}

/** An agent answers each text once, and insists until that is taken. */
async function answer(): Promise<void> {
  while (going.answering) {
    const found = await readThreads().catch(() => []);
    for (const { id, own, text } of found) {
      const [word = ''] = text.split(' ');
      if (own || answered.has(word)) continue;
      const body = {
        key: `chaos-${word}`.padEnd(12, '-'),
        kind: 'text' as const,
        text: answerOf(word),
        attachmentIds: [],
      };
      const params = { id };
      const taken = await agent
        .try(conversations.post, { params, body: { ...body, seenSeq: 0, confirmed: true } })
        .catch(() => null);
      if (taken?.ok) answered.add(word);
    }
    await wait(300);
  }
}

/** Seconds until everybody has been shown an answer to each of their texts, or nobody waits for it any longer. */
async function untilAllShown(): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < patience) {
    const open = await Promise.all(
      all.flatMap(({ channel }) =>
        channel.people.map((person) => unanswered(channel, person).catch(() => ['?'])),
      ),
    );
    if (open.flat().length === 0) break;
    await wait(500);
  }
  // Whatever comes a second time has come by then.
  await wait(60_000);
  return (performance.now() - from) / 1000 - 60;
}

async function judge(channel: ChaosChannel, threads: Awaited<ReturnType<typeof readThreads>>) {
  const texts = channel.people.flatMap((person) => said.get(placeOf(channel, person)) ?? []);
  const stand = (text: string) => threads.filter((it) => !it.own && it.text.includes(text)).length;
  const shown = await Promise.all(
    channel.people.map(async (person) =>
      (await channel.shown(person)).flatMap(({ text, at }) => {
        const answer = answerIn(text);
        return answer ? [{ place: `${person} ${answer}`, at }] : [];
      }),
    ),
  );
  const times = Map.groupBy(shown.flat(), ({ place }) => place);
  const twice = [...times.values()].filter((it) => it.length > 1);
  const atKill = ([first]: Array<{ at: number }>) =>
    killedAt.some((kill) => first && kill - first.at > -1_000 && kill - first.at < briefly);
  const open = await Promise.all(channel.people.map((person) => unanswered(channel, person)));
  return {
    channel: channel.channel,
    texts: texts.length,
    lost: texts.filter(({ text }) => stand(text) === 0).length,
    doubled: texts.filter(({ text }) => stand(text) > 1).length,
    answers: times.size,
    unshown: open.flat().length,
    twice: twice.length,
    atKill: twice.filter(atKill).length,
    refused: channel.refused(),
  };
}
