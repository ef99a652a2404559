import { endpoints, type Topic } from '@fairlead/contract';
import sharp from 'sharp';
import type { TestClient } from '../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

const { chat, conversations, files, tickets } = endpoints;

/** Two teams with their people, a lead who sees all, and a customer who has written. */
export interface TicketScene {
  readonly team: string;
  readonly other: string;
  readonly lead: TestAgent;
  readonly mei: TestAgent;
  readonly bao: TestAgent;
  /** Of the other team. */
  readonly kim: TestAgent;
  readonly customer: TestCustomer;
  readonly inboxKey: string;
  readonly conversationId: string;
  /** Somebody who has not written yet. */
  newcomer(): Promise<TestCustomer>;
}

let keys = 0;
/** Words under a key that was not used before. */
export const words = (text: string) => ({ key: `key-${++keys}-xxxxxxxx`, text, attachmentIds: [] });
export const at = (id: string) => ({ params: { id } });

/** A node that routes nothing by itself, so that only what a test does happens. */
export const ticketServer = (): Promise<TestServer> => createTestServer({ ROLE: 'web' });

export async function ticketScene({ world }: TestServer): Promise<TicketScene> {
  const [team, other] = [await world.team(), await world.team({ name: 'Cards' })];
  const inbox = await world.inbox({ team });
  const customer = await world.customer(inbox.key);
  const scene = {
    team,
    other,
    lead: await world.agent({ name: 'Lead', roles: ['team_lead'] }),
    mei: await world.agent({ name: 'Mei', teams: [team] }),
    bao: await world.agent({ name: 'Bao', teams: [team] }),
    kim: await world.agent({ name: 'Kim', teams: [other] }),
    customer,
    inboxKey: inbox.key,
    newcomer: () => world.customer(inbox.key),
  };
  return { ...scene, conversationId: await startThread(customer) };
}

export async function startThread(
  customer: TestCustomer,
  text = 'My deposit is missing',
  topic: Topic | null = null,
): Promise<string> {
  const body = { ...words(text), topic, locale: 'en' as const };
  return (await customer.call(chat.start, { body })).conversation.id;
}

export const say = (scene: Pick<TicketScene, 'customer' | 'conversationId'>, text = 'Are you there?') =>
  scene.customer.call(chat.post, { ...at(scene.conversationId), body: words(text) });

export const answer = (agent: TestAgent, conversationId: string, text = 'Let me look') =>
  agent.call(conversations.post, {
    ...at(conversationId),
    body: { ...words(text), kind: 'text', seenSeq: 1000 },
  });

/** A ticket on the scene's conversation, opened by Mei. */
export const openOn = (scene: TicketScene, more: object = {}) =>
  scene.mei.call(tickets.create, {
    body: {
      conversationId: scene.conversationId,
      subject: 'Deposit of 850 XRP missing',
      category: 'deposit_withdrawal.missing_memo',
      ...more,
    },
  });

/** A picture that somebody brought and has not sent yet: its id. Without bytes it is a small one of one colour. */
export async function uploadPicture(server: TestServer, who: TestClient, bytes?: Buffer): Promise<string> {
  const plain = { width: 60, height: 40, channels: 3, background: '#0a7' } as const;
  const picture = bytes ?? (await sharp({ create: plain }).png().toBuffer());
  const { id } = await who.call(files.beginUpload, { body: { name: 'proof.png', size: picture.length } });
  const answer = await fetch(`${server.url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(picture),
  });
  if (!answer.ok) throw new Error(`the picture was refused: ${await answer.text()}`);
  return id;
}
