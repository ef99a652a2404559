import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  agents,
  bao,
  begin,
  byMail,
  children,
  claimant,
  codeIn,
  holder,
  lena,
  letterTo,
  mei,
  note,
  recoveryDesk,
  server,
  simulator,
  stateOf,
  ticketOf,
  to,
  tokenIn,
} from './recovery-desk.testing.ts';

/** An account is asked back through the portal, decided by agents, and stopped by whose it is. */
const { recoveries } = endpoints;
await recoveryDesk();

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
