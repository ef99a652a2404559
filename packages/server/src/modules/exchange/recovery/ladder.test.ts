import { type LostAccess, type RecoveryProof, type RecoveryTier, recoveryTier } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../platform/fail.ts';
import { assessRisk, type RiskFacts } from './assess-risk.ts';
import {
  approve,
  contest,
  isOpen,
  missingOf,
  needsTwo,
  nextOf,
  object,
  passTime,
  presentProofs,
  proofsOf,
  prove,
  provingTime,
  type RecoveryRecord,
  refuse,
  type SomeHaveIt,
  toldToClaimant,
  tryAnswers,
  withdraw,
} from './ladder.ts';

const now = new Date('2026-11-27T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const begun: RecoveryRecord = {
  id: 'recovery',
  ticketId: 'ticket',
  claimantId: 'claimant',
  uid: '40218831',
  holderId: 'holder',
  lost: ['second_factor'],
  tier: 'middle',
  reasons: ['lost_second_factor'],
  contested: false,
  addressProvenAt: null,
  channelProvenAt: null,
  documentProvenAt: null,
  activityProvenAt: null,
  activityTries: 0,
  askable: [],
  state: 'proving',
  requestedAt: now,
  firstBy: null,
  decidedBy: null,
  notes: [],
  until: new Date(now.getTime() + provingTime),
  grantedAt: null,
  conversationId: null,
};
const proven = (it: RecoveryRecord) => prove(prove(it, 'known_address', now), 'document', now);

const calm: RiskFacts = {
  lost: ['password'],
  known: true,
  tier: 'standard',
  securityChanged: false,
  withdrawalUnderWay: false,
  frozen: false,
  contested: false,
  grantedLately: false,
};
describe('the risk', () => {
  test.each<[string, Partial<RiskFacts>, string, string[]]>([
    ['a password alone', {}, 'low', ['lost_password']],
    ['codes that do not come', { lost: ['code'] }, 'low', ['lost_code']],
    ['the second factor', { lost: ['second_factor'] }, 'middle', ['lost_second_factor']],
    ['a change of late', { securityChanged: true }, 'middle', ['security_changed', 'lost_password']],
    ['an exchange that is silent', { frozen: null }, 'middle', ['facts_unknown', 'lost_password']],
    ['somebody important', { tier: 'vip' }, 'middle', ['important_customer', 'lost_password']],
    [
      'a change, and money on its way out',
      { securityChanged: true, withdrawalUnderWay: true },
      'high',
      ['security_changed', 'withdrawal_under_way', 'lost_password'],
    ],
    ['the address', { lost: ['email'] }, 'high', ['lost_email']],
    [
      'password and second factor',
      { lost: ['password', 'second_factor'] },
      'high',
      ['lost_several', 'lost_second_factor', 'lost_password'],
    ],
    ['nobody’s account', { known: false, frozen: null }, 'high', ['account_unknown', 'lost_password']],
    ['a frozen account', { frozen: true }, 'high', ['account_frozen', 'lost_password']],
    ['two who claim it', { contested: true }, 'high', ['contested', 'lost_password']],
    ['one that was given back lately', { grantedLately: true }, 'high', ['granted_lately', 'lost_password']],
  ])('%s', (_what, given, tier, reasons) => {
    expect(assessRisk({ ...calm, ...given })).toEqual({ tier, reasons });
  });
});

describe('the ladder', () => {
  test('low: the address is enough, one agent decides, and nothing has to cool off', () => {
    const low = prove({ ...begun, lost: ['password'], tier: 'low' }, 'known_address', now);
    expect([low.state, low.until]).toEqual(['review', null]);
    expect(approve(low, 'mei', now)).toMatchObject({ state: 'granted', decidedBy: 'mei' });
  });
  test('middle: both proofs, one agent, a day', () => {
    expect(prove(begun, 'document', now).state).toBe('proving');
    expect(() => approve(prove(begun, 'known_address', now), 'mei', now)).toThrow(
      expect.objectContaining({ code: 'recovery.not_proven' }),
    );
    const agreed = approve(proven(begun), 'mei', now);
    expect(agreed).toMatchObject({ state: 'cooling', until: later(24) });
    expect(passTime(agreed, later(23.9))).toBe(agreed);
    expect(passTime(agreed, later(24)).state).toBe('granted');
  });
  test('high: two agents who are not the same, two days', () => {
    const first = approve(proven({ ...begun, tier: 'high' }), 'mei', now);
    expect(first).toMatchObject({ state: 'second', firstBy: 'mei', until: null });
    expect(() => approve(first, 'mei', now)).toThrow(expect.objectContaining({ code: 'recovery.own' }));
    expect(approve(first, 'bao', now)).toMatchObject({
      state: 'cooling',
      decidedBy: 'bao',
      until: later(48),
    });
  });
  test('an address that is lost proves nothing, and a document is asked for whatever the tier', () => {
    for (const tier of recoveryTier.options)
      expect(missingOf({ ...begun, tier, lost: ['email'] })).toEqual([['document']]);
  });
  test.each<[RecoveryTier, LostAccess, SomeHaveIt[], RecoveryProof[][]]>([
    ['low', 'password', [], [['known_address']]],
    ['low', 'password', ['second_channel', 'own_activity'], [['known_address', 'second_channel']]],
    ['middle', 'password', [], [['known_address'], ['document']]],
    ['middle', 'password', ['second_channel'], [['known_address', 'second_channel'], ['document']]],
    ['middle', 'password', ['own_activity'], [['known_address'], ['document']]],
    ['high', 'password', [], [['known_address'], ['document']]],
    ['high', 'password', ['own_activity'], [['known_address'], ['document'], ['own_activity']]],
    [
      'high',
      'email',
      ['second_channel', 'own_activity'],
      [['second_channel'], ['document'], ['own_activity']],
    ],
    ['high', 'email', ['own_activity'], [['document'], ['own_activity']]],
  ])('%s, %s lost, an account with %j: %j', (tier, lost, askable, groups) => {
    expect(proofsOf({ tier, lost: [lost], askable })).toEqual(groups);
  });
  test('one code is as good as the other; what cannot be had is asked for like anything else', () => {
    const it: RecoveryRecord = { ...begun, tier: 'high', askable: ['second_channel'] };
    const byOther = prove(prove(it, 'second_channel', now), 'document', now);
    expect(byOther.state).toBe('review');
    expect(toldToClaimant(it).missing).toEqual(
      toldToClaimant({ ...it, askable: [], holderId: null }).missing,
    );
    expect(presentProofs(it).map(({ proof, asked }) => [proof, asked])).toEqual([
      ['known_address', 'either'],
      ['second_channel', 'either'],
      ['document', 'needed'],
      ['own_activity', 'impossible'],
    ]);
  });
  test('nobody gets it while a rival is open, whatever is proven', () => {
    for (const tier of recoveryTier.options)
      expect(() => approve(proven({ ...begun, tier }), 'mei', now, 1)).toThrow(
        expect.objectContaining({ code: 'recovery.rivals_open' }),
      );
    const second = approve(proven({ ...begun, tier: 'high', contested: true }), 'mei', now);
    expect(() => approve(second, 'bao', now, 1)).toThrow(
      expect.objectContaining({ code: 'recovery.rivals_open' }),
    );
  });
  test('questions are answered three times at most', () => {
    const thrice = tryAnswers(tryAnswers(tryAnswers(begun)));
    expect(() => tryAnswers(thrice)).toThrow(expect.objectContaining({ code: 'recovery.no_tries_left' }));
  });
  test('whoever asked may withdraw, until it has ended', () => {
    const withdrawn = withdraw(proven(begun));
    expect([withdrawn.state, toldToClaimant(withdrawn).state]).toEqual(['withdrawn', 'withdrawn']);
    expect(withdraw(withdrawn)).toBe(withdrawn);
    expect(() => withdraw(refuse(begun, 'mei'))).toThrow(
      expect.objectContaining({ code: 'recovery.decided' }),
    );
  });
  test('a further rival undoes what was agreed to since the first one', () => {
    const again = approve(approve(contest(proven(begun), now), 'mei', now), 'bao', now);
    expect(again.state).toBe('cooling');
    expect(contest(again, now)).toMatchObject({ state: 'review', firstBy: null, decidedBy: null });
  });
  test('a rival undoes what was agreed to', () => {
    const rival = contest(approve(proven(begun), 'mei', now), now);
    expect(rival).toMatchObject({
      state: 'review',
      tier: 'high',
      contested: true,
      firstBy: null,
      until: null,
    });
    expect(needsTwo(rival)).toBe(true);
    expect(contest(rival, now)).toBe(rival);
  });
  test('proofs that never came are given up', () => {
    expect(passTime(begun, later(7 * 24)).state).toBe('expired');
  });
  test('the claimant hears neither of rivals, nor of colleagues, nor that the owner objected', () => {
    const told = (it: RecoveryRecord) => toldToClaimant(it).state;
    const rival = approve(approve(contest(proven(begun), now), 'mei', now), 'bao', now);
    expect([
      told(rival),
      told(object(rival)),
      told(approve(proven({ ...begun, tier: 'high' }), 'mei', now)),
    ]).toEqual(['review', 'review', 'review']);
    expect(JSON.stringify(toldToClaimant(object(rival)))).not.toMatch(/contest|rival|stopped|high|mei/);
  });
});

type Act = (it: RecoveryRecord, at: Date) => RecoveryRecord;
const acts = {
  address: (it, at) => prove(it, 'known_address', at),
  channel: (it, at) => prove(it, 'second_channel', at),
  activity: (it, at) => prove(tryAnswers(it), 'own_activity', at),
  document: (it, at) => prove(it, 'document', at),
  mei: (it, at) => approve(it, 'mei', at),
  bao: (it, at) => approve(it, 'bao', at),
  refuse: (it) => refuse(it, 'mei'),
  object,
  withdraw,
  contest,
  beside: (it, at) => approve(it, 'lena', at, 1),
  wait: passTime,
} satisfies Record<string, Act>;
type ActName = keyof typeof acts;
const anyBegin = fc.record({
  tier: fc.constantFrom(...recoveryTier.options),
  lost: fc.subarray<LostAccess>(['code', 'password', 'second_factor', 'email'], { minLength: 1 }),
  askable: fc.subarray<SomeHaveIt>(['second_channel', 'own_activity']),
});
const anyStep = fc.record({
  act: fc.constantFrom(...(Object.keys(acts) as ActName[])),
  hours: fc.constantFrom(0, 1, 25, 49, 200),
});

/** Does what can be done, one after the other; what is refused changes nothing. */
function climb(
  given: Pick<RecoveryRecord, 'tier' | 'lost' | 'askable'>,
  steps: ReadonlyArray<{ act: ActName; hours: number }>,
) {
  let at = now;
  let it: RecoveryRecord = { ...begun, ...given };
  const path = [it];
  for (const { act, hours } of steps) {
    at = new Date(at.getTime() + hours * 3_600_000);
    try {
      it = acts[act](it, at);
      path.push(it);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return path;
}

describe('whatever is done in whatever order', () => {
  const paths = fc.tuple(anyBegin, fc.array(anyStep, { maxLength: 14 }));
  test('nothing is agreed to without the proofs of its tier, nor by one where two are needed', () => {
    fc.assert(
      fc.property(paths, ([given, steps]) => {
        for (const it of climb(given, steps)) {
          if (it.state !== 'cooling' && it.state !== 'granted' && it.state !== 'second') continue;
          expect(missingOf(it)).toEqual([]);
          // Told apart from the rule that is asked above: no tier goes without these.
          const code = it.addressProvenAt ?? it.channelProvenAt;
          if (!it.lost.includes('email')) expect(code).not.toBeNull();
          if (it.tier !== 'low' || it.lost.includes('email')) expect(it.documentProvenAt).not.toBeNull();
          if (it.tier === 'high' && it.askable.includes('own_activity'))
            expect(it.activityProvenAt).not.toBeNull();
          if (it.lost.includes('email') && it.askable.includes('second_channel'))
            expect(it.channelProvenAt).not.toBeNull();
          expect([it.firstBy, it.decidedBy]).not.toContain('lena');
          expect(it.grantedAt !== null).toBe(it.state === 'granted');
          expect(it.firstBy).not.toBeNull();
          if (it.state === 'second') continue;
          expect(it.decidedBy).not.toBeNull();
          if (needsTwo(it)) expect(it.decidedBy).not.toBe(it.firstBy);
        }
      }),
    );
  });
  test('the owner’s objection wins until the end, and an end is one', () => {
    fc.assert(
      fc.property(paths, ([given, steps]) => {
        const path = climb(given, steps);
        const objected = path.filter(isOpen).map((it) => object(it).state);
        expect(objected.filter((state) => state !== 'stopped')).toEqual([]);
        const ends = path.filter((it) => !isOpen(it)).map(({ state }) => state);
        expect(new Set(ends).size).toBeLessThanOrEqual(1);
        expect(path.slice(path.length - ends.length).every((it) => !isOpen(it))).toBe(true);
      }),
    );
  });
  test('a higher tier asks for no less, and an account that can show more for no less', () => {
    fc.assert(
      fc.property(anyBegin, ({ lost, askable }) => {
        const [low, middle, high] = recoveryTier.options.map((tier) => proofsOf({ tier, lost, askable }));
        const within = (a: RecoveryProof[][] = [], b: RecoveryProof[][] = []) =>
          a.every((group) => b.some((other) => other.join() === group.join()));
        expect([within(low, middle), within(middle, high)]).toEqual([true, true]);
        for (const tier of recoveryTier.options)
          expect(proofsOf({ tier, lost, askable: [] }).length).toBeLessThanOrEqual(
            proofsOf({ tier, lost, askable }).length,
          );
      }),
    );
  });
  test('there is always somebody who has to act, or time that passes', () => {
    fc.assert(
      fc.property(paths, ([given, steps]) => {
        for (const it of climb(given, steps)) {
          expect(nextOf(it) === 'nobody').toBe(!isOpen(it));
          expect(it.until !== null).toBe(it.state === 'proving' || it.state === 'cooling');
        }
      }),
    );
  });
  test('every state can be reached', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(paths, ([given, steps]) => {
        for (const it of climb(given, steps)) seen.add(it.state);
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect([...seen].sort()).toEqual([
      'cooling',
      'expired',
      'granted',
      'proving',
      'refused',
      'review',
      'second',
      'stopped',
      'withdrawn',
    ]);
  });
});
