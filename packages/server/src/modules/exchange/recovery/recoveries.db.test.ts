import { randomBytes } from 'node:crypto';
import { browserHeader, endpoints, type LostAccess } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox } from '../../../testing/mailbox.ts';
import { createTestClient, type TestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';
import { simulatorKeys, startSimulator } from '../exchange.testing.ts';

/** An account is asked back through the portal, decided by agents, and stopped by whose it is. */
const { portal, recoveries } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let inbox: { key: string; secret: string };
let team: string;
let mei: TestAgent;
let lena: TestAgent;
let bao: TestAgent;

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
/** Their sessions do not outlast the time that tests let pass. */
async function agents(): Promise<void> {
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['document_reviewer'] });
  lena = await server.world.agent({ name: 'Lena', teams: [team], roles: ['team_lead'] });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
}
beforeEach(async () => {
  simulator.faults.mode = 'none';
  // Limits and breakers have rested.
  server.clock.advance({ minutes: 61 });
  await agents();
});

let number = 61_000_000;
/** Letters of tickets come in between: the next one to an address that says something. */
async function letterTo(address: string, says: RegExp): Promise<string> {
  for (;;) {
    const { to, text } = await mailbox.next();
    if (to === address && says.test(text)) return text;
  }
}
const codeIn = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? '';
const tokenIn = (text: string) => /\/portal\/objection#(\S+)/.exec(text)?.[1] ?? '';

/** A verified customer of whom the exchange knows an address. */
async function holder() {
  const uid = `${++number}`;
  const email = `holder${uid}@example.com`;
  const identity = await server.world.identity(inbox.secret, { sub: uid, email });
  const customer = await server.world.customer(inbox.key, { identity });
  return { uid, email, customer };
}
/** Somebody who came by a code to an address. */
async function byMail(email: string): Promise<TestClient> {
  const { challenge } = await server.nobody.call(portal.requestCode, { body: { email, locale: 'en' } });
  const code = codeIn(await letterTo(email, /^\d{6}$/m));
  const browserKey = randomBytes(32).toString('base64url');
  const { token } = await server.nobody.call(portal.signIn, {
    body: { challenge, email, code, browserKey, locale: 'en' },
  });
  return createTestClient(server.url, { authorization: `Bearer ${token}`, [browserHeader]: browserKey });
}
const claimant = () => byMail(`claimant${++number}@example.com`);

async function ticketOf(
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
async function begin(who: TestClient, uid: string, lost: LostAccess[] = ['second_factor']) {
  const at = await ticketOf(who);
  const { id } = await who.call(recoveries.begin, { ...at, body: { uid, lost } });
  return { at, it: { params: { id } } };
}
const to = 'known_address' as const;
const note = { note: 'The face and the name are the same.' };
const stateOf = async (it: { params: { id: string } }) => (await lena.call(recoveries.get, it)).state;
const children = (ticketId: string) =>
  server.platform.database
    .reader()
    .sql.selectFrom('tickets')
    .select(['category', 'priority'])
    .where('parent_id', '=', ticketId)
    .execute();

describe('a claim', () => {
  test('goes from proofs through an agent and a day of cooling-off to work for the exchange', async () => {
    const { uid, email } = await holder();
    const who = await claimant();
    const { at, it } = await begin(who, uid);
    expect(tokenIn(await letterTo(email, /asks for it back/))).not.toBe('');
    expect(await who.call(recoveries.own, at)).toMatchObject({
      state: 'proving',
      missing: ['known_address', 'second_channel', 'document'],
    });
    expect(await mei.refused(recoveries.approve, { ...it, body: note })).toBe('recovery.not_proven');

    const { challenge } = await who.call(recoveries.sendCode, { ...at, body: { to } });
    const code = codeIn(await letterTo(email, /prove that you read/));
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await who.refused(recoveries.prove, { ...at, body: { to, challenge, code: wrong } })).toBe(
      'access.wrong_code',
    );
    expect(await who.call(recoveries.prove, { ...at, body: { to, challenge, code } })).toMatchObject({
      missing: ['document'],
    });
    expect(await mei.call(recoveries.confirmDocument, { ...it, body: note })).toMatchObject({
      state: 'review',
      tier: 'middle',
    });
    const agreed = await mei.call(recoveries.approve, { ...it, body: note });
    expect(agreed).toMatchObject({
      state: 'cooling',
      decidedBy: { name: 'Mei' },
      notes: [{ by: { name: 'Mei' } }, {}],
    });
    expect(Date.parse(agreed.until ?? '') - server.clock.now().getTime()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await letterTo(email, /was agreed to/)).not.toContain('claimant');
    expect(await who.call(recoveries.own, at)).toMatchObject({ state: 'cooling', until: agreed.until });

    server.clock.advance({ minutes: 24 * 60 + 1 });
    await server.platform.jobs.turn('exchange.recoveries');
    await agents();
    expect(await stateOf(it)).toBe('granted');
    expect(await children(at.params.id)).toMatchObject([{ category: 'account_security.lost_2fa' }]);
    const { sql } = server.platform.database.reader();
    const written = await sql
      .selectFrom('events')
      .select(['payload', 'actor_id'])
      .where('type', '=', 'exchange.account_recovery_changed')
      .where('subject_id', '=', at.params.id)
      .orderBy('occurred_at')
      .execute();
    expect(written.map((fact) => (fact.payload as { state: string }).state)).toEqual([
      'proving',
      'proving',
      'review',
      'cooling',
      'granted',
    ]);
  });

  test('is stopped by the link of the letter, and somebody looks into it at once', async () => {
    const { uid, email } = await holder();
    const who = await byMail(email);
    const { at, it } = await begin(who, uid, ['password']);
    // They came by a code to that address: nothing more is asked, since only the password is lost.
    expect(await stateOf(it)).toBe('review');
    const token = tokenIn(await letterTo(email, /asks for it back/));
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of ['', 'x', forged.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A'))])
      expect(await server.nobody.refused(recoveries.object, { body: { token: wrong } })).toBe(
        'recovery.not_found',
      );
    await server.nobody.call(recoveries.object, { body: { token } });
    await server.nobody.call(recoveries.object, { body: { token } });
    expect(await stateOf(it)).toBe('stopped');
    expect(await children(at.params.id)).toEqual([
      // As it is kept: 3 is urgent.
      { category: 'account_security.hacked', priority: 3 },
    ]);
    expect(await who.call(recoveries.own, at)).toMatchObject({ state: 'review', missing: [], until: null });
    expect(await mei.refused(recoveries.approve, { ...it, body: note })).toBe('recovery.decided');
    expect(await who.refused(recoveries.sendCode, { ...at, body: { to } })).toBe('recovery.decided');
  });

  test('on an account that nobody has looks the same from outside', async () => {
    const known = await holder();
    const [a, b] = [await claimant(), await claimant()];
    const one = await begin(a, known.uid, ['password']);
    const other = await begin(b, '99999999', ['password']);
    const shape = (it: object) => Object.keys(it).sort();
    const [first, second] = [
      await a.call(recoveries.sendCode, { ...one.at, body: { to } }),
      await b.call(recoveries.sendCode, { ...other.at, body: { to } }),
    ];
    expect(shape(second)).toEqual(shape(first));
    expect(
      await b.refused(recoveries.prove, {
        ...other.at,
        body: { to, challenge: second.challenge, code: '123456' },
      }),
    ).toBe('access.wrong_code');
    expect((await lena.call(recoveries.get, other.it)).reasons).toContain('account_unknown');
    expect((await lena.call(recoveries.get, one.it)).holder).toMatchObject({ id: known.customer.id });
  });

  test('takes more where the exchange is silent, and all of it where signs of a theft are there', async () => {
    const { uid } = await holder();
    simulator.faults.mode = 'error';
    const quiet = await begin(await claimant(), uid, ['password']);
    simulator.faults.mode = 'none';
    expect(await lena.call(recoveries.get, quiet.it)).toMatchObject({
      tier: 'middle',
      reasons: ['facts_unknown', 'lost_password'],
    });
  });
});

describe('two who claim one account', () => {
  test('make it contested for agents, and learn nothing of each other', async () => {
    const { uid } = await holder();
    const [a, b] = [await claimant(), await claimant()];
    const first = await begin(a, uid, ['password']);
    const second = await begin(b, uid, ['password']);
    for (const it of [first.it, second.it])
      expect(await lena.call(recoveries.get, it)).toMatchObject({
        contested: true,
        tier: 'high',
        needsTwo: true,
      });
    for (const [who, at] of [
      [a, first.at],
      [b, second.at],
    ] as const)
      expect(JSON.stringify(await who.call(recoveries.own, at))).not.toMatch(/contest|tier|high/);
    const again = await ticketOf(a);
    expect(await a.refused(recoveries.begin, { ...again, body: { uid, lost: ['password'] } })).toBe(
      'recovery.under_way',
    );
  });
});

/** A claim whose document and code are there. */
async function provenClaim(uid: string, email: string, lost: LostAccess[] = ['second_factor']) {
  const claim = await begin(await byMail(email), uid, lost);
  await mei.call(recoveries.confirmDocument, { ...claim.it, body: note });
  return claim;
}

describe('rivals', () => {
  test('keep each other from being granted until they are refused with a reason, or withdrawn', async () => {
    const { uid, email } = await holder();
    const first = await provenClaim(uid, email);
    const [b, c] = [await claimant(), await claimant()];
    const [second, third] = [await begin(b, uid), await begin(c, uid)];
    const shown = await lena.call(recoveries.get, first.it);
    expect(shown.rivals.map(({ id }) => id)).toEqual([second.it.params.id, third.it.params.id]);
    expect(await lena.refused(recoveries.approve, { ...first.it, body: note })).toBe('recovery.rivals_open');

    expect(await lena.refused(recoveries.refuse, { ...second.it, body: { note: 'no' } })).toBe(
      'request.invalid',
    );
    await lena.call(recoveries.refuse, { ...second.it, body: note });
    expect(await lena.refused(recoveries.approve, { ...first.it, body: note })).toBe('recovery.rivals_open');
    expect(await c.call(recoveries.withdraw, third.at)).toMatchObject({ state: 'withdrawn', missing: [] });
    expect(await c.call(recoveries.withdraw, third.at)).toMatchObject({ state: 'withdrawn' });

    expect(await lena.call(recoveries.approve, { ...first.it, body: note })).toMatchObject({
      state: 'second',
      contested: true,
      rivals: [],
    });
    expect(await mei.call(recoveries.approve, { ...first.it, body: note })).toMatchObject({
      state: 'cooling',
    });
    // One more takes back what both have agreed to.
    await begin(await claimant(), uid);
    expect(await stateOf(first.it)).toBe('review');
  });

  test('of two that are decided at once one is granted at most, and never beside an open one', async () => {
    for (let round = 0; round < 6; round++) {
      const { uid, email } = await holder();
      const [a, b] = [
        await provenClaim(uid, email),
        await provenClaim(uid, email.replace('holder', 'rival')),
      ];
      const decisions = [
        mei.call(recoveries.refuse, { ...b.it, body: note }),
        lena.call(recoveries.refuse, { ...a.it, body: note }),
        mei.call(recoveries.approve, { ...a.it, body: note }),
        lena.call(recoveries.approve, { ...a.it, body: note }),
        mei.call(recoveries.approve, { ...b.it, body: note }),
        lena.call(recoveries.approve, { ...b.it, body: note }),
      ];
      await Promise.allSettled(round % 2 === 0 ? decisions : decisions.toReversed());
      const states = [await stateOf(a.it), await stateOf(b.it)];
      const agreed = states.filter((it) => it === 'second' || it === 'cooling' || it === 'granted');
      expect(agreed.length).toBeLessThanOrEqual(1);
      if (agreed.length === 1) expect(states).toContain('refused');
    }
  });

  test('the database itself agrees to one only, of two at the same moment', async () => {
    const { uid, email } = await holder();
    const [a, b] = [await provenClaim(uid, email), await begin(await claimant(), uid)];
    const { database } = server.platform;
    const both = await Promise.allSettled(
      [a, b].map(({ it }) =>
        database.write((tx) =>
          tx.sql
            .updateTable('account_recoveries')
            .set({ state: 'cooling' })
            .where('id', '=', it.params.id)
            .execute(),
        ),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(String(refused?.status === 'rejected' && refused.reason)).toContain('recoveries_agreed');
  });

  test('nobody wins where two agents insist on each of two at once', async () => {
    const { uid, email } = await holder();
    const [a, b] = [await provenClaim(uid, email, ['password']), await begin(await claimant(), uid)];
    const asked = [a, b].flatMap(({ it }) => [
      mei.refused(recoveries.approve, { ...it, body: note }),
      lena.refused(recoveries.approve, { ...it, body: note }),
    ]);
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['recovery.rivals_open']));
    expect([await stateOf(a.it), await stateOf(b.it)]).not.toContain('second');
  });

  test('one that comes shortly after another was granted is shown with it, and takes two agents', async () => {
    const { uid, email } = await holder();
    const who = await byMail(email);
    const first = await begin(who, uid, ['password']);
    expect(await lena.call(recoveries.approve, { ...first.it, body: note })).toMatchObject({
      state: 'granted',
      grantedAt: expect.any(String),
    });
    const other = await provenClaim(uid, email.replace('holder', 'later'), ['email']);
    expect(await lena.call(recoveries.get, other.it)).toMatchObject({
      tier: 'high',
      reasons: expect.arrayContaining(['granted_lately']),
      needsTwo: true,
      rivals: [],
      earlier: { id: first.it.params.id, state: 'granted' },
    });
    expect(await lena.call(recoveries.approve, { ...other.it, body: note })).toMatchObject({
      state: 'second',
    });
    await lena.call(recoveries.refuse, { ...other.it, body: note });

    server.clock.advance({ minutes: 49 * 60 });
    await agents();
    const late = await begin(await claimant(), uid, ['password']);
    expect(await lena.call(recoveries.get, late.it)).toMatchObject({ tier: 'low', earlier: null });
  });
});

describe('what the account did', () => {
  /** As the simulated exchange has her: an account that can be asked about. */
  const tanaka = '29077164';
  async function claimOnTanaka() {
    const sub = tanaka;
    const identity = await server.world.identity(inbox.secret, { sub, email: 'tanaka@example.com' });
    await server.world.customer(inbox.key, { identity });
    const who = await claimant();
    return { who, ...(await begin(who, tanaka, ['email'])) };
  }
  const answersOf = (opened: string | undefined) => ({
    deposit_asset: 'ETH',
    deposit_amount: '1..10',
    opened_month: opened ?? '',
    withdrawal_address: 'fb77',
  });
  const openedMonth = () =>
    new Date(server.clock.now().getTime() - 1_900 * 24 * 3_600_000).toISOString().slice(0, 7);

  test('is asked of the riskiest, proven by right answers, and no answer is kept anywhere', async () => {
    const { who, at, it } = await claimOnTanaka();
    expect(await lena.call(recoveries.get, it)).toMatchObject({
      tier: 'high',
      triesLeft: 3,
      proofs: [
        { proof: 'second_channel', asked: 'impossible' },
        { proof: 'document', asked: 'needed' },
        { proof: 'own_activity', asked: 'needed' },
      ],
    });
    const { questions, triesLeft } = await who.call(recoveries.questions, at);
    expect([questions.length, triesLeft]).toEqual([4, 3]);
    expect(await who.call(recoveries.questions, at)).toEqual({ questions, triesLeft });
    await mei.call(recoveries.confirmDocument, { ...it, body: note });
    expect(await mei.refused(recoveries.approve, { ...it, body: note })).toBe('recovery.not_proven');

    const answers = answersOf(openedMonth());
    expect(
      await who.refused(recoveries.answer, {
        ...at,
        body: { answers: { ...answers, withdrawal_address: 'none' } },
      }),
    ).toBe('recovery.wrong_answers');
    expect((await who.call(recoveries.questions, at)).triesLeft).toBe(2);
    expect(await who.call(recoveries.answer, { ...at, body: { answers } })).toMatchObject({
      state: 'review',
    });
    expect(await mei.call(recoveries.approve, { ...it, body: note })).toMatchObject({ state: 'second' });
    const { rows } = await server.platform.database.raw(
      `select count(*)::int as kept from events where payload::text ~ 'fb77|1\\.\\.10'`,
    );
    expect(rows).toEqual([{ kept: 0 }]);
    const { rows: row } = await server.platform.database.raw(
      `select row_to_json(it)::text as kept from account_recoveries it where id = $1`,
      [it.params.id],
    );
    expect(JSON.stringify(row)).not.toMatch(/fb77|1\.\.10/);
    await lena.call(recoveries.refuse, { ...it, body: note });
  });

  test('is asked three times at most, also at once, and right answers help no more', async () => {
    const { who, at, it } = await claimOnTanaka();
    const bad = { ...at, body: { answers: { deposit_asset: 'BTC' } } };
    const tried = await Promise.all(Array.from({ length: 5 }, () => who.refused(recoveries.answer, bad)));
    expect(tried.filter((code) => code === 'recovery.wrong_answers').length).toBeLessThanOrEqual(3);
    server.clock.advance({ minutes: 61 });
    await agents();
    for (let more = 0; more < 3; more++) await who.refused(recoveries.answer, bad);
    expect(await who.refused(recoveries.answer, { ...at, body: { answers: answersOf(openedMonth()) } })).toBe(
      'recovery.no_tries_left',
    );
    expect(await lena.call(recoveries.get, it)).toMatchObject({ state: 'proving', triesLeft: 0 });
    await lena.call(recoveries.refuse, { ...it, body: note });
  });

  test('looks the same for an account that nobody has, and no answer is right there', async () => {
    const { who, at, it } = await claimOnTanaka();
    const nobody = await claimant();
    const other = await begin(nobody, '99999998', ['email']);
    const [theirs, none] = [
      await who.call(recoveries.questions, at),
      await nobody.call(recoveries.questions, other.at),
    ];
    const shape = ({ questions, triesLeft }: typeof none) => [
      triesLeft,
      questions.map(({ kind, choices }) => [kind, kind === 'withdrawal_address' ? choices.length : choices]),
    ];
    expect(shape(none)).toEqual(shape(theirs));
    expect((await nobody.call(recoveries.own, other.at))?.missing).toEqual(
      (await who.call(recoveries.own, at))?.missing,
    );
    const answers = {
      deposit_asset: 'none',
      deposit_amount: 'none',
      opened_month: '2020-01',
      withdrawal_address: 'none',
    };
    expect(await nobody.refused(recoveries.answer, { ...other.at, body: { answers } })).toBe(
      'recovery.wrong_answers',
    );
    simulator.faults.mode = 'error';
    expect(await who.refused(recoveries.questions, at)).toBe('server.unavailable');
    await lena.call(recoveries.refuse, { ...it, body: note });
  });
});

describe('a second address', () => {
  async function withOther(daysAgo: number) {
    const known = await holder();
    const other = `other${known.uid}@example.org`;
    await server.platform.database.write((tx) =>
      tx.sql
        .insertInto('channel_identities')
        .values({
          inbox_id: known.customer.id,
          address: other,
          channel: 'email',
          customer_id: known.customer.id,
          verified: true,
          created_at: new Date(tx.now.getTime() - daysAgo * 24 * 3_600_000),
        })
        .execute(),
    );
    return { ...known, other };
  }
  test('proves as the first does, and each code proves its own address only', async () => {
    const { uid, email, other } = await withOther(30);
    const who = await claimant();
    const { at, it } = await begin(who, uid, ['password']);
    expect((await who.call(recoveries.own, at))?.missing).toEqual(['known_address', 'second_channel']);
    const body = { to: 'second_channel' } as const;
    const { challenge } = await who.call(recoveries.sendCode, { ...at, body });
    const code = codeIn(await letterTo(other, /prove that you read/));
    expect(await who.refused(recoveries.prove, { ...at, body: { to, challenge, code } })).toBe(
      'access.wrong_code',
    );
    expect(await who.call(recoveries.prove, { ...at, body: { ...body, challenge, code } })).toMatchObject({
      state: 'review',
    });
    expect((await lena.call(recoveries.get, it)).proofs).toMatchObject([
      { proof: 'known_address', asked: 'either', at: null },
      { proof: 'second_channel', asked: 'either', at: expect.any(String) },
    ]);
    expect(email).not.toBe(other);
  });
  test('that is new proves nothing, and is asked for all the same', async () => {
    const { uid } = await withOther(3);
    const who = await claimant();
    const { at, it } = await begin(who, uid, ['password']);
    expect((await who.call(recoveries.own, at))?.missing).toEqual(['known_address', 'second_channel']);
    const { minutes } = await who.call(recoveries.sendCode, { ...at, body: { to: 'second_channel' } });
    expect(minutes).toBeGreaterThan(0);
    expect((await lena.call(recoveries.get, it)).proofs).toMatchObject([
      { proof: 'known_address', asked: 'needed' },
      { proof: 'second_channel', asked: 'impossible' },
    ]);
  });
});

describe('who may', () => {
  test('nobody begins, sees or proves on a ticket of somebody else, nor on one about something else', async () => {
    const { uid } = await holder();
    const [who, intruder] = [await claimant(), await claimant()];
    const { at } = await begin(who, uid);
    const body = { uid, lost: ['password' as const] };
    expect(await intruder.refused(recoveries.begin, { ...at, body })).toBe('ticket.not_found');
    expect(await intruder.refused(recoveries.own, at)).toBe('ticket.not_found');
    expect(await intruder.refused(recoveries.sendCode, { ...at, body: { to } })).toBe('ticket.not_found');
    expect(await intruder.refused(recoveries.questions, at)).toBe('ticket.not_found');
    expect(await intruder.refused(recoveries.answer, { ...at, body: { answers: {} } })).toBe(
      'ticket.not_found',
    );
    expect(await intruder.refused(recoveries.withdraw, at)).toBe('ticket.not_found');
    expect(await who.refused(recoveries.begin, { ...at, body })).toBe('recovery.under_way');
    const idea = await ticketOf(who, 'other.suggestion');
    expect(await who.refused(recoveries.begin, { ...idea, body })).toBe('recovery.wrong_ticket');
    expect(await who.call(recoveries.own, idea)).toBeNull();
  });
  test('agents without the right decide nothing; one is not two, at once neither', async () => {
    const { uid } = await holder();
    const { it } = await begin(await claimant(), uid, ['email']);
    const asked = { ...it, body: note };
    expect(await bao.refused(recoveries.list, {})).toBe('access.forbidden');
    expect(await bao.refused(recoveries.approve, asked)).toBe('access.forbidden');
    await mei.call(recoveries.confirmDocument, asked);
    const twice = await Promise.allSettled([
      mei.call(recoveries.approve, asked),
      mei.call(recoveries.approve, asked),
    ]);
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stateOf(it)).toBe('second');
    expect(await mei.refused(recoveries.approve, asked)).toBe('recovery.own');
    expect(await lena.call(recoveries.approve, asked)).toMatchObject({
      state: 'cooling',
      firstBy: { name: 'Mei' },
      decidedBy: { name: 'Lena' },
    });
    expect((await lena.call(recoveries.list, {})).items.map(({ id }) => id)).toContain(it.params.id);
    expect(await lena.call(recoveries.refuse, asked)).toMatchObject({ state: 'refused' });
  });
});
