import { randomBytes } from 'node:crypto';
import { browserHeader, endpoints, type LostAccess } from '@fairlead/contract';
import { beforeAll, beforeEach } from 'vitest';
import { openMailbox } from '../../../testing/mailbox.ts';
import { createTestClient, type TestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';
import { simulatorKeys, startSimulator } from '../exchange.testing.ts';

/** What tests of recoveries share: a server with a portal and a simulated exchange, agents who decide, and people who ask. */
const { portal, recoveries } = endpoints;
export let simulator: Awaited<ReturnType<typeof startSimulator>>;
export let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
export let inbox: { key: string; secret: string };
let team: string;
export let mei: TestAgent;
export let lena: TestAgent;
export let bao: TestAgent;

/** Their sessions do not outlast the time that tests let pass. */
export async function agents(): Promise<void> {
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['document_reviewer'] });
  lena = await server.world.agent({ name: 'Lena', teams: [team], roles: ['team_lead'] });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
}
/** Sets it all up for the tests of the file that calls it: files of one worker share this module, one after the other. */
export async function recoveryDesk(): Promise<void> {
  simulator = await startSimulator(() => server.clock.now());
  beforeAll(async () => {
    mailbox = await openMailbox();
    server = await createTestServer({
      EXCHANGE_URL: simulator.url,
      EXCHANGE_BACK_OFFICE_URL: simulator.url,
      EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
      EXCHANGE_KEY: simulatorKeys.key,
      EXCHANGE_SECRET: simulatorKeys.secret,
      SMTP_URL: mailbox.url,
    });
    team = await server.world.team();
    const { database, keys } = server.platform;
    inbox = await database.write(async (tx) => {
      const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
      const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
      return { key: made.key, secret: secret ?? '' };
    });
  });
  beforeEach(async () => {
    simulator.faults.mode = 'none';
    // Limits and breakers have rested.
    server.clock.advance({ minutes: 61 });
    await agents();
  });
}

let number = 61_000_000;
/** Letters of tickets come in between: the next one to an address that says something. */
export async function letterTo(address: string, says: RegExp): Promise<string> {
  for (;;) {
    const { to, text } = await mailbox.next();
    if (to === address && says.test(text)) return text;
  }
}
export const codeIn = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? '';
export const tokenIn = (text: string) => /\/portal\/objection#(\S+)/.exec(text)?.[1] ?? '';

/** A verified customer of whom the exchange knows an address. */
export async function holder() {
  const uid = `${++number}`;
  const email = `holder${uid}@example.com`;
  const identity = await server.world.identity(inbox.secret, { sub: uid, email });
  const customer = await server.world.customer(inbox.key, { identity });
  return { uid, email, customer };
}
/** Somebody who came by a code to an address. */
export async function byMail(email: string): Promise<TestClient> {
  const { challenge } = await server.nobody.call(portal.requestCode, { body: { email, locale: 'en' } });
  const code = codeIn(await letterTo(email, /^\d{6}$/m));
  const browserKey = randomBytes(32).toString('base64url');
  const { token } = await server.nobody.call(portal.signIn, {
    body: { challenge, email, code, browserKey, locale: 'en' },
  });
  return createTestClient(server.url, { authorization: `Bearer ${token}`, [browserHeader]: browserKey });
}
export const claimant = () => byMail(`claimant${++number}@example.com`);

export async function ticketOf(
  who: TestClient,
  category: 'account_security.lost_2fa' | 'other.suggestion' = 'account_security.lost_2fa',
) {
  const { id } = await who.call(portal.open, {
    body: {
      key: `ticket-${++number}`,
      text: 'My telephone is gone.',
      attachmentIds: [],
      subject: 'I cannot sign in',
      category,
      fields:
        category === 'other.suggestion' ? { description: 'A dark theme.' } : { lost_factor: 'authenticator' },
      locale: 'en',
      tellBy: null,
    },
  });
  return { params: { id } };
}
export async function begin(
  who: TestClient,
  uid: string,
  lost: LostAccess[] = ['second_factor'],
  cameBy?: string,
) {
  const at = await ticketOf(who);
  const { id } = await who.call(recoveries.begin, { ...at, body: { uid, lost, cameBy } });
  return { at, it: { params: { id } } };
}
export const to = 'known_address' as const;
export const note = { note: 'The face and the name are the same.' };
export const stateOf = async (it: { params: { id: string } }) => (await lena.call(recoveries.get, it)).state;
export const children = (ticketId: string) =>
  server.platform.database
    .reader()
    .sql.selectFrom('tickets')
    .select(['category', 'priority'])
    .where('parent_id', '=', ticketId)
    .execute();

/** A claim whose document and code are there. */
export async function provenClaim(uid: string, email: string, lost: LostAccess[] = ['second_factor']) {
  const claim = await begin(await byMail(email), uid, lost);
  await mei.call(recoveries.confirmDocument, { ...claim.it, body: note });
  return claim;
}
