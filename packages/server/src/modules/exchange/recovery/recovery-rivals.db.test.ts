import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  agents,
  begin,
  byMail,
  claimant,
  holder,
  lena,
  mei,
  note,
  provenClaim,
  recoveryDesk,
  server,
  stateOf,
} from './recovery-desk.testing.ts';

/** Of several who claim one account one gets it at most. */
const { recoveries } = endpoints;
await recoveryDesk();

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
