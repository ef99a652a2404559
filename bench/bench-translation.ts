import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@fairlead/contract';
import type { TestAgent } from '@fairlead/server/testing';
import type { Installation } from './installation.ts';
import { measure } from './measure.ts';
import type { LoadResult } from './message-load.ts';
import { freePort } from './server-process.ts';
import { ms, printTable } from './table.ts';

const { chat, conversations, translation } = endpoints;
const seconds = 4;
const loads = [1, 8];
/** More messages than are translated in the time. */
const messages = 3_000;

/**
 * What translating costs beside the provider's own time: a provider that answers at once, asked alone and through the server, which finds the language, puts
 * marks for what must stay, checks what comes back, counts and keeps it. Then the same again, from what is kept, and replies of agents.
 */
export async function benchTranslation(installation: Installation): Promise<void> {
  const { world } = installation;
  const port = await freePort();
  const provider = fork(fileURLToPath(new URL('raw-translator.ts', import.meta.url)), [String(port)]);
  await once(provider, 'message');
  const url = `http://127.0.0.1:${port}`;
  const lead = await world.agent({ roles: ['agent', 'team_lead'] });
  const team = await world.team();
  const agent = await world.agent({ teams: [team] });
  await lead.call(translation.saveSettings, {
    body: {
      provider: 'libretranslate',
      url,
      model: '',
      seconds: 5,
      charactersPerDay: 100_000_000,
      languages: ['en', 'vi'],
      atOnce: false,
      tellCustomers: true,
      backCheck: false,
    },
  });
  const rows: Array<Array<string | number>> = [];
  const row = (name: string, clients: number, { perSecond, p50, p99 }: LoadResult) =>
    rows.push([name, clients, perSecond.toFixed(0), ms(p50), ms(p99)]);
  const waiting = await writeMessages(installation, agent, team);
  const done: typeof waiting = [];

  async function translate(it: (typeof waiting)[number]): Promise<void> {
    const { outcome } = await agent.call(translation.translateMessage, { params: it, body: { to: 'en' } });
    if (outcome !== 'translated') throw new Error(`not translated: ${outcome}`);
  }
  async function translateNext(): Promise<boolean> {
    const it = waiting.pop();
    if (!it) return false;
    await translate(it);
    done.push(it);
    return true;
  }
  let drafts = 0;
  const draftOne = async (id: string): Promise<void> => {
    const text = `Your deposit of ${++drafts} USDT has 3 of 12 confirmations, please wait.`;
    await agent.call(translation.draft, { params: { id }, body: { text, from: 'en' } });
  };

  for (const clients of loads) {
    row('the provider alone', clients, await measure(clients, seconds, () => askAlone(url)));
    row('a message, translated', clients, await measure(clients, seconds, translateNext));
    const [first] = done;
    if (!first) throw new Error('nothing was translated');
    row('the same again, from what is kept', clients, await measure(clients, 1, () => translate(first)));
    row('a reply, translated', clients, await measure(clients, 1, () => draftOne(first.id)));
  }
  provider.kill();
  printTable('Translation', ['', 'clients', 'per second', 'p50 ms', 'p99 ms'], rows);
}

let asked = 0;
async function askAlone(url: string): Promise<boolean> {
  const body = JSON.stringify({
    q: [`Tôi đã nạp [P1] USDT, mã là [P2] ${++asked}`],
    source: 'vi',
    target: 'en',
  });
  const response = await fetch(`${url}/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.json();
  return true;
}

/** One conversation with many messages, each another text. */
async function writeMessages({ world }: Installation, agent: TestAgent, team: string) {
  const inbox = await world.inbox({ team });
  const customer = await world.customer(inbox.key, { locale: 'vi' });
  const textOf = (number: number) =>
    `Tôi đã nạp ${number} USDT lúc sáng nay nhưng chưa nhận được tiền vào tài khoản, lệnh số ${10_000_000 + number}`;
  const input = (number: number) => ({
    key: `translated-${number}`.padEnd(16, '-'),
    text: textOf(number),
    attachmentIds: [],
  });
  const { conversation } = await customer.call(chat.start, {
    body: { ...input(0), topic: null, locale: 'vi' },
  });
  const params = { id: conversation.id };
  await agent.call(conversations.take, { params });
  const written: Array<{ id: string; messageId: string }> = [];
  for (let from = 1; from < messages; from += 50)
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const { message } = await customer.call(chat.post, { params, body: input(from + index) });
        written.push({ id: conversation.id, messageId: message.id });
      }),
    );
  return written;
}
