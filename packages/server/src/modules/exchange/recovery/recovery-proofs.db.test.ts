import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  agents,
  begin,
  claimant,
  codeIn,
  holder,
  inbox,
  lena,
  letterTo,
  mei,
  note,
  recoveryDesk,
  server,
  simulator,
  to,
} from './recovery-desk.testing.ts';

/** What is asked besides a code to the known address and a document. */
const { recoveries } = endpoints;
await recoveryDesk();

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
