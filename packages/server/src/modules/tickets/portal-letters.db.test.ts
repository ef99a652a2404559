import { endpoints, type TellBy } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';
import { addIdentityKey } from '../access/index.ts';
import { createInbox } from '../channels/index.ts';
import { tellCustomer } from './tell/tell-customer.ts';
import { answer, at, words } from './tickets.testing.ts';

const { portal, tickets } = endpoints;
let server: TestServer;
let mailbox: Mailbox;
let mei: TestAgent;
let linh: TestCustomer;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ SMTP_URL: mailbox.url });
  // The queue's own clock runs beside ours: half a minute after ten minutes ago is due now.
  server.clock.advance({ minutes: -10 });
  const team = await server.world.team();
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'team_lead'] });
  const { database, keys } = server.platform;
  const inbox = await database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
    const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });
  const identity = await server.world.identity(inbox.secret, { sub: '501' });
  linh = await server.world.customer(inbox.key, { identity });
});

const byEmail = (address: string) => ({ by: 'email' as const, address });
const open = (more: { tellBy: TellBy | null; locale?: 'en' | 'zh-CN' }) =>
  linh.call(portal.open, {
    body: {
      ...words('Sent an hour ago'),
      subject: 'Deposit missing',
      category: 'deposit_withdrawal.deposit_not_credited' as const,
      fields: { asset: 'btc', network: 'bitcoin' as const, txid: 'a'.repeat(64), amount: '0.5' },
      locale: 'en' as const,
      ...more,
    },
  });
const move = (id: string, status: 'pending' | 'solved') =>
  mei.call(tickets.setStatus, { ...at(id), body: { status } });

test('an answer and what settles the case with it are one letter', async () => {
  const both = await open({ tellBy: byEmail('both@example.com') });
  await server.settle();
  expect((await mailbox.next()).text).toContain(`#${both.number}`);
  const answeredAt = server.clock.now().toISOString();
  await answer(mei, both.conversationId ?? '', 'Here you are');
  await move(both.id, 'solved');
  await server.settle();
  expect((await mailbox.next()).text).toContain('solved');
  const before = mailbox.letters.length;
  const order = { ticketId: both.id, kind: 'answered' as const, occasion: 'due now' };
  await tellCustomer(server.platform, { ...order, at: answeredAt }, { last: false });
  expect(mailbox.letters).toHaveLength(before);
  await tellCustomer(server.platform, order, { last: false });
  expect((await mailbox.next()).text).toContain('We have answered');
});

test('letters go where the customer chose, one for each occasion, with nothing that anybody wrote', async () => {
  const { id, number, conversationId } = await open({
    tellBy: byEmail('cases@example.com'),
    locale: 'zh-CN',
  });
  await server.settle();
  const received = await mailbox.next();
  expect(received.to).toBe('cases@example.com');
  expect(received.text).toContain(`我们已收到您的工单 #${number}`);
  expect(received.text).toContain(`/portal/tickets/${id}`);
  expect(received.text).not.toContain('Sent an hour ago');
  await answer(mei, conversationId ?? '', 'Secret words');
  await server.settle();
  const answered = await mailbox.next();
  expect(answered.text).toContain(`我们已回复您的工单 #${number}`);
  expect(answered.text).not.toContain('Secret');
  await move(id, 'solved');
  await server.settle();
  expect((await mailbox.next()).text).toContain('已解决');
  const silent = await open({ tellBy: null });
  await linh.call(portal.tell, { ...at(silent.id), body: { tellBy: byEmail('later@example.com') } });
  await move(silent.id, 'pending');
  await server.settle();
  const pending = await mailbox.next();
  expect([pending.to, pending.text.includes(`#${silent.number}`)]).toEqual(['later@example.com', true]);
});
