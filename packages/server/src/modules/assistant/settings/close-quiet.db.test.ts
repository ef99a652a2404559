import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

/** Conversations that only the assistant has end by themselves once they are quiet. */
const { assistant, chat, conversations } = endpoints;
let server: TestServer;
let inbox: { key: string };
let team: string;
/** Signed in lately: a session does not outlast these nights. */
let lead: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  team = await server.world.team();
  await pass(0);
  inbox = await server.world.inbox({ team, assistant: true });
});

async function pass(hours: number) {
  server.clock.advance({ hours });
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
}

async function visitor(first: string) {
  const customer = await server.world.customer(inbox.key);
  const said = (text: string) => ({ key: randomUUID(), text, attachmentIds: [] });
  const { conversation } = await customer.call(chat.start, {
    body: { ...said(first), topic: null, locale: 'en' },
  });
  await server.settle();
  const { id } = conversation;
  return {
    id,
    async say(text: string) {
      const { conversation } = await customer.call(chat.post, { params: { id }, body: said(text) });
      await server.settle();
      return conversation.id;
    },
  };
}
const seen = (id: string) => lead.call(conversations.get, { params: { id } });
const turn = () => server.platform.jobs.turn('assistant.close_quiet');

test('after a day, with the reason; not what people have; and the next message opens it again', async () => {
  const [quiet, withPeople] = [await visitor('Hello'), await visitor('Talk to a person')];
  await pass(23);
  const busy = await visitor('Hello there');
  await turn();
  expect((await seen(quiet.id)).state).toBe('bot');
  await pass(1);
  await turn();
  expect(await seen(quiet.id)).toMatchObject({ state: 'closed', closeReason: 'no_reply' });
  expect((await seen(busy.id)).state).toBe('bot');
  expect((await seen(withPeople.id)).state).not.toBe('closed');
  const { items } = await lead.call(conversations.messages, { params: { id: quiet.id }, query: {} });
  expect(items.at(-1)?.system?.key).toBe('closed');
  expect(await quiet.say('Are you still there?')).toBe(quiet.id);
  expect(await seen(quiet.id)).toMatchObject({ closeReason: null });
  expect((await seen(quiet.id)).state).not.toBe('closed');
});

test('after the hours that are set, or never; what is set is on record', async () => {
  expect(await lead.call(assistant.readQuiet)).toEqual({ on: true, hours: 24 });
  const { id } = await visitor('Hello');
  await lead.call(assistant.saveQuiet, { body: { on: false, hours: 2 } });
  await pass(100);
  await turn();
  expect((await seen(id)).state).toBe('bot');
  await lead.call(assistant.saveQuiet, { body: { on: true, hours: 200 } });
  await turn();
  expect((await seen(id)).state).toBe('bot');
  await lead.call(assistant.saveQuiet, { body: { on: true, hours: 2 } });
  await turn();
  expect((await seen(id)).state).toBe('closed');
  const recorded = await server.platform.database
    .reader()
    .sql.selectFrom('events')
    .select('payload')
    .where('type', '=', 'assistant.quiet_changed')
    .execute();
  expect(recorded).toHaveLength(3);
  const body = { on: true, hours: 0 };
  expect(await lead.refused(assistant.saveQuiet, { body })).toBe('request.invalid');
});
