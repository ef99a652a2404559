import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { createTestClient, writeDemoArticles } from '@fairlead/server/testing';
import type { Installation } from './installation.ts';
import { measure, measureInTurns } from './measure.ts';
import { ms, percentile, printTable } from './table.ts';

const { assistant, chat } = endpoints;
const seconds = 5;
const questions = [
  ['en', 'How can I cancel a withdrawal that I just submitted?'],
  ['zh-CN', '充币忘记填memo了怎么办'],
  ['vi', 'rút tiền mất bao lâu'],
  ['es', 'cómo creo una clave de API'],
  ['ja', '二段階認証の端末をなくしました'],
  ['ru', 'не приходит код на почту'],
] as const;

/**
 * Answers a second without a model service, and how long a customer waits for one: from their message to the assistant's in the thread, stored and
 * told.
 */
export async function benchAnswers({ server, platform, world }: Installation): Promise<void> {
  await platform.database.write(writeDemoArticles);
  const team = await world.team();
  const lead = await world.agent({ roles: ['team_lead'], teams: [team] });
  const inbox = await world.inbox({ team, assistant: true });
  const caller = createTestClient(server.url, lead.headers);
  let at = 0;
  const ask = () => {
    const [locale, text] = questions[at++ % questions.length] ?? questions[0];
    return caller.call(assistant.try, { body: { text, locale } });
  };
  const before = await server.memory();
  const cold: number[] = [];
  for (const _ of questions) {
    const begun = performance.now();
    await ask();
    cold.push(performance.now() - begun);
  }
  const rows = [];
  for (const clients of [1, 8]) {
    const [health, answers] = await measureInTurns(clients, seconds, [
      () => fetch(`${server.url}/ready`).then((it) => it.text()),
      ask,
    ]);
    for (const [name, it] of [
      ['answers', answers],
      ['health checks', health],
    ] as const)
      rows.push([name, clients, (it?.perSecond ?? 0).toFixed(0), ms(it?.p50 ?? 0), ms(it?.p99 ?? 0)]);
  }
  printTable(
    'Answers without a model service, over HTTP',
    ['', 'at once', 'per second', 'p50 ms', 'p99 ms'],
    rows,
  );
  console.log(
    `First answer in each of six languages: ${cold.map((it) => `${it.toFixed(0)} ms`).join(', ')}. Memory ${mb(before)} before, ${mb(await server.memory())} MB after.`,
  );

  const waits: number[] = [];
  await measure(4, seconds, async () => {
    const guest = await world.customer(inbox.key);
    const begun = performance.now();
    const { conversation } = await guest.call(chat.start, {
      body: { key: randomUUID(), text: questions[0][1], attachmentIds: [], topic: null, locale: 'en' },
    });
    for (let after = 1; ; ) {
      const { items } = await guest.call(chat.messages, {
        params: { id: conversation.id },
        query: { after, wait: 10 },
      });
      if (items.some((it) => it.author.type === 'bot')) break;
      after = items.at(-1)?.seq ?? after;
    }
    waits.push(performance.now() - begun);
  });
  const sorted = waits.toSorted((a, b) => a - b);
  printTable(
    'From a new chat’s first message to the assistant’s answer, four at once',
    ['chats', 'p50 ms', 'p90 ms', 'p99 ms'],
    [[sorted.length, ...[0.5, 0.9, 0.99].map((share) => ms(percentile(sorted, share)))]],
  );
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(0);
