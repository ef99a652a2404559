import type {
  LostAccess,
  OwnRecovery,
  RecoveryProof,
  RecoveryReason,
  RecoveryState,
  RecoveryTier,
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
  readonly documentProvenAt: Date | null;
  readonly state: RecoveryState;
  readonly requestedAt: Date;
  readonly firstBy: string | null;
  readonly decidedBy: string | null;
  readonly notes: readonly RecoveryNote[];
  /** When proofs are given up, or cooling-off ends; null where nothing runs. */
  readonly until: Date | null;
}
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

/** What its tier asks for. An address that is lost proves nothing; a document is seen instead. */
export function proofsOf({ tier, lost }: Pick<RecoveryRecord, 'tier' | 'lost'>): RecoveryProof[] {
  const address = !lost.includes('email');
  return [
    ...(address ? ['known_address' as const] : []),
    ...(tier === 'low' && address ? [] : ['document' as const]),
  ];
}
export const provenAt = (it: RecoveryRecord, proof: RecoveryProof): Date | null =>
  proof === 'known_address' ? it.addressProvenAt : it.documentProvenAt;
export const missingOf = (it: RecoveryRecord): RecoveryProof[] =>
  proofsOf(it).filter((proof) => provenAt(it, proof) === null);
export const needsTwo = ({ tier, contested }: Pick<RecoveryRecord, 'tier' | 'contested'>): boolean =>
  tier === 'high' || contested;

/** Who has to do what for it to go on; `nobody` once it has ended. */
export function nextOf(it: RecoveryRecord): 'claimant' | 'agent' | 'another_agent' | 'time' | 'nobody' {
  if (it.state === 'proving') return missingOf(it).includes('known_address') ? 'claimant' : 'agent';
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
  const proven: RecoveryRecord = {
    ...it,
    ...(proof === 'known_address'
      ? { addressProvenAt: it.addressProvenAt ?? now }
      : { documentProvenAt: it.documentProvenAt ?? now }),
  };
  if (it.state !== 'proving' || missingOf(proven).length > 0) return proven;
  return { ...proven, state: 'review', until: null };
}

/** An agent agrees. Throws `recovery.decided`, `recovery.not_proven`, `recovery.own`. */
export function approve(it: RecoveryRecord, by: string, now: Date): RecoveryRecord {
  if (it.state === 'cooling') throw fail('recovery.decided');
  mustBeOpen(it);
  if (missingOf(it).length > 0) throw fail('recovery.not_proven');
  if (it.firstBy === by) throw fail('recovery.own');
  if (needsTwo(it) && it.firstBy === null) return { ...it, state: 'second', firstBy: by };
  const decided = { ...it, firstBy: it.firstBy ?? by, decidedBy: by };
  const wait = coolingTime[it.tier];
  if (wait === 0) return { ...decided, state: 'granted', until: null };
  return { ...decided, state: 'cooling', until: new Date(now.getTime() + wait) };
}

/** An agent does not agree, or no longer. Throws `recovery.decided`. */
export function refuse(it: RecoveryRecord, by: string): RecoveryRecord {
  mustBeOpen(it);
  return { ...it, state: 'refused', decidedBy: by, until: null };
}

/** Whose account it is says that it was not them: whatever was decided before, it stops. Throws `recovery.decided` once it has ended otherwise. */
export function object(it: RecoveryRecord): RecoveryRecord {
  if (it.state === 'stopped') return it;
  mustBeOpen(it);
  return { ...it, state: 'stopped', until: null };
}

/** Somebody else claims the same account: what was agreed to counts no more, and all of it is proven and decided as the riskiest. */
export function contest(it: RecoveryRecord, now: Date): RecoveryRecord {
  if (!isOpen(it) || it.contested) return it;
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
  if (it.state === 'cooling') return { ...it, state: 'granted', until: null };
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
  } as const;
  const quiet = it.contested && isOpen(it) && it.state !== 'proving';
  const state = quiet ? 'review' : states[it.state];
  return {
    id: it.id,
    uid: it.uid,
    state,
    missing: it.state === 'proving' ? missingOf(it) : [],
    until: state === 'proving' || state === 'cooling' ? (it.until?.toISOString() ?? null) : null,
  };
}
