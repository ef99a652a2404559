import { endpoints } from '@fairlead/contract';
import { fastify } from 'fastify';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import { type ChannelAdapter, type Credentials, SendError } from '../port.ts';
import { claimRenewal, readGrant } from './grant-store.ts';
import type { SocialInbox } from './social-inbox.ts';
import { readSocialInbox, saveSocialInbox } from './social-inbox-store.ts';
import { signedIntoPlatform, socialSignIn } from './social-sign-in.ts';

/** A platform that gives tokens for two hours, each for a refresh token that is good once. */
const platform = { given: 0, refresh: 'refresh-0', refuses: false, slow: 0 };
const hours = 3_600_000;
let here: TestServer;
let there: TestServer;
let inboxId: string;
let url: string;

const adapter: Pick<ChannelAdapter, 'renew'> = {
  async renew({ refresh = 'refresh-0', secret = '' }, signal, ask) {
    const body = JSON.stringify({ refresh, secret });
    const answer = await ask(`${url}/token`, { method: 'POST', body, signal });
    const given = JSON.parse(new TextDecoder().decode(answer.body)) as Record<string, string>;
    if (answer.status !== 200)
      throw new SendError(given['error'] ?? '', { permanent: false, retryAfter: null, signInRefused: true });
    return { credentials: { access: given['access'] ?? '', refresh: given['refresh'] ?? '' }, seconds: 7200 };
  },
};

beforeAll(async () => {
  const app = fastify();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/token', async (request, reply) => {
    const { refresh } = JSON.parse(String(request.body)) as { refresh: string };
    if (platform.refuses || refresh !== platform.refresh)
      return reply.code(400).send({ error: 'invalid_grant' });
    const number = ++platform.given;
    platform.refresh = `refresh-${number}`;
    // The other node knocks meanwhile.
    await new Promise((resolve) => setTimeout(resolve, platform.slow));
    return { access: `access-${number}`, refresh: platform.refresh };
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  afterFile(() => app.close());
  here = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8', ROLE: 'web' });
  there = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8', ROLE: 'web' }, here);
  const team = await here.world.team();
  const admin = await here.world.agent({ roles: ['administrator'] });
  const inbox = await admin.call(endpoints.channels.createInbox, {
    body: {
      channel: 'telegram',
      name: 'A platform',
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: team,
      reopenHours: 48,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  });
  inboxId = inbox.id;
});

beforeEach(async () => {
  Object.assign(platform, { given: 0, refresh: 'refresh-0', refuses: false, slow: 0 });
  await save({ secret: 'first' });
});

const save = (credentials: Credentials) =>
  here.platform.database.write((tx) =>
    saveSocialInbox(tx, here.platform.keys, {
      inboxId,
      credentials,
      webhookSecrets: ['x'],
      account: null,
      granted: null,
    }),
  );
async function known(node: TestServer = here): Promise<SocialInbox> {
  const social = await readSocialInbox(node.platform.database.reader(), node.platform.keys, inboxId);
  if (!social) throw new Error('not connected');
  return social;
}
const signIn = async (node: TestServer, refused?: Credentials) =>
  socialSignIn(node.platform, adapter, await known(node), refused);

describe('what a platform gives for a time', () => {
  test('is asked for once by all nodes, stands beside the credentials, and is kept sealed', async () => {
    platform.slow = 300;
    const all = await Promise.all([here, there, here, there, there].map((node) => signIn(node)));
    expect(platform.given).toBe(1);
    for (const one of all) expect(one).toEqual({ secret: 'first', access: 'access-1', refresh: 'refresh-1' });
    const { rows } = await here.platform.database.raw('select * from social_inboxes', []);
    expect(JSON.stringify(rows)).not.toContain('access-1');
  });

  test('is used as long as it holds, and renewed minutes before its end', async () => {
    await signIn(here);
    here.clock.advance({ minutes: 114 });
    expect((await signIn(there))['access']).toBe('access-1');
    here.clock.advance({ minutes: 2 });
    platform.slow = 300;
    const [one, two] = await Promise.all([signIn(here), signIn(there)]);
    // Whoever does not ask goes on with what still holds.
    expect([one['access'], two['access']]).toContain('access-2');
    expect((await signIn(here))['access']).toBe('access-2');
    expect(platform.given).toBe(2);
  });

  test('is renewed once when the platform refuses it early, whoever hears that first', async () => {
    const refused = await signIn(here);
    platform.slow = 200;
    const [one, two] = await Promise.all([signIn(here, refused), signIn(there, refused)]);
    expect([one['access'], two['access']]).toEqual(['access-2', 'access-2']);
    // Who hears it late takes what the others have.
    expect((await signIn(there, refused))['access']).toBe('access-2');
    expect(platform.given).toBe(2);
  });

  test('does the work once more with another after a refusal, and no more than once', async () => {
    const work = vi.fn(async ({ access }: Credentials) => {
      if (access !== 'access-2')
        throw new SendError('ended', { permanent: false, retryAfter: null, signInRefused: true });
      return access;
    });
    expect(await signedIntoPlatform(here.platform, adapter, await known(), work)).toBe('access-2');
    expect(work).toHaveBeenCalledTimes(2);
    const never = vi.fn(async () => {
      throw new SendError('never', { permanent: false, retryAfter: null, signInRefused: true });
    });
    await expect(signedIntoPlatform(here.platform, adapter, await known(), never)).rejects.toThrow('never');
    expect(never).toHaveBeenCalledTimes(2);
  });

  test('goes on while it holds where no other is given, and the inbox says why', async () => {
    await signIn(here);
    platform.refuses = true;
    here.clock.advance({ minutes: 117 });
    expect((await signIn(here))['access']).toBe('access-1');
    expect((await known()).lastError).toEqual({
      code: 'channels.platform_sign_in_refused',
      words: 'invalid_grant',
    });
    here.clock.advance({ hours: 1 });
    await expect(signIn(here)).rejects.toMatchObject({ signInRefused: true, message: 'invalid_grant' });
    // Nobody holds the place of who failed.
    platform.refuses = false;
    expect((await signIn(there))['access']).toBe('access-2');
  });

  test('is asked for by another node when the one that asked died', async () => {
    const { database, keys } = here.platform;
    const claim = async () => {
      const read = await readGrant(database.reader(), keys, inboxId);
      const until = new Date(here.clock.now().getTime() + 30_000);
      return read && database.writeOnce((tx) => claimRenewal(tx, inboxId, read, until));
    };
    expect([await claim(), await claim()]).toEqual([true, false]);
    const waiting = signIn(there);
    here.clock.advance({ seconds: 31 });
    expect((await waiting)['access']).toBe('access-1');
  });

  test('of former credentials is not kept for new ones', async () => {
    platform.slow = 300;
    const late = signIn(here);
    await vi.waitFor(() => expect(platform.given).toBe(1));
    await here.platform.database.write((tx) =>
      saveSocialInbox(tx, here.platform.keys, {
        inboxId,
        credentials: { secret: 'second' },
        webhookSecrets: ['x'],
        account: null,
        granted: {
          credentials: { access: 'of the second' },
          until: new Date(here.clock.now().getTime() + hours),
        },
      }),
    );
    expect(await late).toEqual({ secret: 'second', access: 'of the second' });
    expect((await known()).granted?.credentials).toEqual({ access: 'of the second' });
  });
});
