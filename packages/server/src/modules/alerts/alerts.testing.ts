import { afterAll, beforeAll } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { type Market, startMarket } from '../../testing/start-market.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestCustomer } from '../../testing/world.ts';

/** What tests of alerts share: a server, a market that they move, and a mailbox. */
export let market: Market;
export let server: TestServer;
export let inbox: { key: string; secret: string };
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

/** Sets it up for the tests of the file that calls it: files of one worker share this module, one after the other. */
export function alertMarket(): void {
  beforeAll(async () => {
    market = await startMarket();
    mailbox = await openMailbox();
    server = await createTestServer({ EXCHANGE_URL: market.url, SMTP_URL: mailbox.url });
    inbox = await server.world.inbox({ team: await server.world.team() });
  });
  afterAll(() => market.stop());
}

/** Time passes, and alerts are looked at. */
export const sweep = (minutes = 1) => {
  server.clock.advance({ minutes });
  return server.platform.jobs.turn('alerts.sweep');
};

let uid = 66_000_000;
/** A UID that nobody has yet. */
export const nextUid = () => `${++uid}`;

/** A verified customer, their address, and where agents find them. */
export async function somebody(): Promise<{
  customer: TestCustomer;
  email: string;
  at: { params: { id: string } };
}> {
  const sub = nextUid();
  const email = `c${sub}@example.com`;
  const identity = await server.world.identity(inbox.secret, { sub, email });
  const customer = await server.world.customer(inbox.key, { identity });
  return { customer, email, at: { params: { id: customer.id } } };
}

/** What a customer wishes who wants everything at once. */
export const wishes = {
  byChat: true,
  byEmail: true,
  timeZone: 'UTC',
  quiet: null,
  networksThroughQuiet: true,
  brief: null,
  stopped: false,
};

export const lettersTo = (email: string) => mailbox.letters.filter((it) => it.to === email);
