import {
  activityTries,
  type LostAccess,
  type OwnRecovery,
  type Recovery,
  type RecoveryProof,
  type RecoveryReason,
  type RecoveryState,
  type RecoveryTier,
} from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';

/** The ladder by which an account is given back: what each act makes of a recovery, and what comes next. Pure: see docs/decisions/0024. */
export interface RecoveryRecord {
  readonly id: string;
  readonly ticketId: string;
  readonly claimantId: string;
  readonly uid: string;
  readonly holderId: string | null;
  readonly lost: readonly LostAccess[];
  readonly tier: RecoveryTier;
  readonly reasons: readonly RecoveryReason[];
  readonly contested: boolean;
  readonly addressProvenAt: Date | null;
  readonly channelProvenAt: Date | null;
  readonly documentProvenAt: Date | null;
  readonly activityProvenAt: Date | null;
  /** How often the questions about the account were answered. */
  readonly activityTries: number;
  /** Of the proofs that not every account has, those that this one had when it was asked for. */
  readonly askable: readonly SomeHaveIt[];
  readonly state: RecoveryState;
  readonly requestedAt: Date;
  readonly firstBy: string | null;
  readonly decidedBy: string | null;
  readonly notes: readonly RecoveryNote[];
  /** When proofs are given up, or cooling-off ends; null where nothing runs. */
  readonly until: Date | null;
  /** When it became `granted`. */
  readonly grantedAt: Date | null;
  /** The conversation in which the way here was shown. */
  readonly conversationId: string | null;
}
/** Not every account has another address, or did enough to be asked about. */
export type SomeHaveIt = Extract<RecoveryProof, 'second_channel' | 'own_activity'>;
const someHaveIt: readonly SomeHaveIt[] = ['second_channel', 'own_activity'];
interface RecoveryNote {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

const hour = 3_600_000;
/** Whoever has proven nothing by then begins anew. */
export const provingTime = 7 * 24 * hour;
/** How long whose account it is can object, by tier: exchanges hold withdrawals for as long after security changes. */
const coolingTime: Readonly<Record<RecoveryTier, number>> = {
  low: 0,
  middle: 24 * hour,
  high: 48 * hour,
};

export const openStates = ['proving', 'review', 'second', 'cooling'] as const satisfies RecoveryState[];
export const isOpen = ({ state }: Pick<RecoveryRecord, 'state'>): boolean =>
  openStates.some((it) => it === state);

type Asked = Pick<RecoveryRecord, 'tier' | 'lost' | 'askable'>;

/**
 * What its tier asks for: of each group one. Low: a code to an address. Middle: a document besides. High: what the account did besides, where it did
 * enough to be asked about. An address that is lost proves nothing: then it takes a document in every tier, and another address where there is one.
 */
export function proofsOf({ tier, lost, askable }: Asked): RecoveryProof[][] {
  const codes: RecoveryProof[] = [
    ...(lost.includes('email') ? [] : ['known_address' as const]),
    ...askable.filter((it) => it === 'second_channel'),
  ];
  return [
    ...(codes.length > 0 ? [codes] : []),
    ...(tier === 'low' && !lost.includes('email') ? [] : [['document' as const]]),
    ...(tier === 'high' && askable.includes('own_activity') ? [['own_activity' as const]] : []),
  ];
}
const fields = {
  known_address: 'addressProvenAt',
  second_channel: 'channelProvenAt',
  document: 'documentProvenAt',
  own_activity: 'activityProvenAt',
} as const satisfies Record<RecoveryProof, keyof RecoveryRecord>;
const provenAt = (it: RecoveryRecord, proof: RecoveryProof): Date | null => it[fields[proof]];
/** The groups of which none is there. */
export const missingOf = (it: RecoveryRecord): RecoveryProof[][] =>
  proofsOf(it).filter((group) => group.every((proof) => provenAt(it, proof) === null));
export const needsTwo = ({ tier, contested }: Pick<RecoveryRecord, 'tier' | 'contested'>): boolean =>
  tier === 'high' || contested;
/** One that was granted so lately is shown beside a new claim, which then takes two agents. */
export const rememberGrant = coolingTime.high;

export const grantedShortlyBefore = (
  { grantedAt }: Pick<RecoveryRecord, 'grantedAt'>,
  { requestedAt }: Pick<RecoveryRecord, 'requestedAt'>,
): boolean =>
  grantedAt !== null &&
  grantedAt <= requestedAt &&
  requestedAt.getTime() - grantedAt.getTime() < rememberGrant;

/** The proofs as agents see them: also those that would be asked for if the account had them. */
export function presentProofs(it: RecoveryRecord): Recovery['proofs'] {
  const asked = proofsOf(it);
  return proofsOf({ ...it, askable: someHaveIt })
    .flat()
    .map((proof) => {
      const group = asked.find((one) => one.includes(proof));
      return {
        proof,
        asked: !group ? 'impossible' : group.length > 1 ? 'either' : 'needed',
        at: provenAt(it, proof)?.toISOString() ?? null,
      };
    });
}

/** Who has to do what for it to go on; `nobody` once it has ended. */
export function nextOf(it: RecoveryRecord): 'claimant' | 'agent' | 'another_agent' | 'time' | 'nobody' {
  if (it.state === 'proving')
    return missingOf(it).some((group) => !group.includes('document')) ? 'claimant' : 'agent';
  if (it.state === 'review') return 'agent';
  if (it.state === 'second') return 'another_agent';
  return it.state === 'cooling' ? 'time' : 'nobody';
}

function mustBeOpen(it: RecoveryRecord): void {
  if (!isOpen(it)) throw fail('recovery.decided');
}

/** A proof is there. Once all are, an agent decides; one that comes later changes nothing. Throws `recovery.decided`. */
export function prove(it: RecoveryRecord, proof: RecoveryProof, now: Date): RecoveryRecord {
  mustBeOpen(it);
  const proven: RecoveryRecord = { ...it, [fields[proof]]: provenAt(it, proof) ?? now };
  if (it.state !== 'proving' || missingOf(proven).length > 0) return proven;
  return { ...proven, state: 'review', until: null };
}

/** The questions about the account are answered once more. Throws `recovery.decided`, `recovery.no_tries_left`. */
export function tryAnswers(it: RecoveryRecord): RecoveryRecord {
  mustBeOpen(it);
  if (it.activityTries >= activityTries) throw fail('recovery.no_tries_left');
  return { ...it, activityTries: it.activityTries + 1 };
}

/**
 * An agent agrees. `rivals` are open for the same account: while there is one, nobody gets it. Throws `recovery.decided`, `recovery.rivals_open`,
 * `recovery.not_proven`, `recovery.own`.
 */
export function approve(it: RecoveryRecord, by: string, now: Date, rivals = 0): RecoveryRecord {
  if (it.state === 'cooling') throw fail('recovery.decided');
  mustBeOpen(it);
  if (rivals > 0) throw fail('recovery.rivals_open', { count: rivals });
  if (missingOf(it).length > 0) throw fail('recovery.not_proven');
  if (it.firstBy === by) throw fail('recovery.own');
  if (needsTwo(it) && it.firstBy === null) return { ...it, state: 'second', firstBy: by };
  const decided = { ...it, firstBy: it.firstBy ?? by, decidedBy: by };
  const wait = coolingTime[it.tier];
  if (wait === 0) return { ...decided, state: 'granted', until: null, grantedAt: now };
  return { ...decided, state: 'cooling', until: new Date(now.getTime() + wait) };
}

/** An agent does not agree, or no longer. Throws `recovery.decided`. */
export function refuse(it: RecoveryRecord, by: string): RecoveryRecord {
  mustBeOpen(it);
  return { ...it, state: 'refused', decidedBy: by, until: null };
}

/** The claimant asks no longer. Throws `recovery.decided` once it has ended otherwise. */
export function withdraw(it: RecoveryRecord): RecoveryRecord {
  if (it.state === 'withdrawn') return it;
  mustBeOpen(it);
  return { ...it, state: 'withdrawn', until: null };
}

/** Whose account it is says that it was not them: whatever was decided before, it stops. Throws `recovery.decided` once it has ended otherwise. */
export function object(it: RecoveryRecord): RecoveryRecord {
  if (it.state === 'stopped') return it;
  mustBeOpen(it);
  return { ...it, state: 'stopped', until: null };
}

/** Somebody else claims the same account: what was agreed to counts no more, and all of it is proven and decided as the riskiest. */
export function contest(it: RecoveryRecord, now: Date): RecoveryRecord {
  // A further rival undoes again what was agreed to since the last one.
  if (!isOpen(it) || (it.contested && it.firstBy === null)) return it;
  const reasons: RecoveryReason[] = [...new Set<RecoveryReason>(['contested', ...it.reasons])];
  const contested: RecoveryRecord = {
    ...it,
    contested: true,
    tier: 'high',
    reasons,
    firstBy: null,
    decidedBy: null,
  };
  if (missingOf(contested).length === 0) return { ...contested, state: 'review', until: null };
  return { ...contested, state: 'proving', until: new Date(now.getTime() + provingTime) };
}

/** What time does: proofs that never came, cooling-off that passed without a word. */
export function passTime(it: RecoveryRecord, now: Date): RecoveryRecord {
  if (it.until === null || it.until > now) return it;
  if (it.state === 'cooling') return { ...it, state: 'granted', until: null, grantedAt: it.until };
  return it.state === 'proving' ? { ...it, state: 'expired', until: null } : it;
}

/** What the claimant hears: neither what colleagues do, nor that somebody else claims it or objected. */
export function toldToClaimant(it: RecoveryRecord): OwnRecovery {
  const states = {
    proving: 'proving',
    review: 'review',
    second: 'review',
    cooling: 'cooling',
    granted: 'granted',
    refused: 'refused',
    stopped: 'review',
    expired: 'refused',
    withdrawn: 'withdrawn',
  } as const;
  const quiet = it.contested && isOpen(it) && it.state !== 'proving';
  const state = quiet ? 'review' : states[it.state];
  return {
    id: it.id,
    uid: it.uid,
    state,
    // As if every account had everything: what is asked must not tell what this one has.
    missing: it.state === 'proving' ? missingOf({ ...it, askable: someHaveIt }).flat() : [],
    until: state === 'proving' || state === 'cooling' ? (it.until?.toISOString() ?? null) : null,
  };
}
