import type { LostAccess, RecoveryReason, RecoveryTier, Tier } from '@fairlead/contract';

/** What is known when an account is asked back. Null is not known: the exchange did not say. */
export interface RiskFacts {
  readonly lost: readonly LostAccess[];
  /** A verified customer has that number. */
  readonly known: boolean;
  readonly tier: Tier;
  /** Within the last week. */
  readonly securityChanged: boolean | null;
  readonly withdrawalUnderWay: boolean | null;
  readonly frozen: boolean | null;
  /** Somebody else claims the same account. */
  readonly contested: boolean;
  /** It was given to somebody a cooling-off ago at most. */
  readonly grantedLately: boolean;
}

/** How risky it is to give an account back, and every reason that counted. What is not known never makes it less risky. */
export function assessRisk(facts: RiskFacts): { tier: RecoveryTier; reasons: RecoveryReason[] } {
  const lost = new Set(facts.lost);
  const high: Array<RecoveryReason | false> = [
    lost.has('email') && 'lost_email',
    lost.has('password') && lost.has('second_factor') && 'lost_several',
    !facts.known && 'account_unknown',
    facts.frozen === true && 'account_frozen',
    facts.contested && 'contested',
    facts.grantedLately && 'granted_lately',
  ];
  const signs: Array<RecoveryReason | false> = [
    facts.securityChanged === true && 'security_changed',
    facts.withdrawalUnderWay === true && 'withdrawal_under_way',
  ];
  const unknown =
    facts.known && [facts.securityChanged, facts.withdrawalUnderWay, facts.frozen].includes(null);
  const middle: Array<RecoveryReason | false> = [
    lost.has('second_factor') && 'lost_second_factor',
    ...signs,
    facts.tier !== 'standard' && 'important_customer',
    unknown && 'facts_unknown',
  ];
  const low: Array<RecoveryReason | false> = [
    lost.has('password') && 'lost_password',
    lost.has('code') && 'lost_code',
  ];
  const count = (of: ReadonlyArray<RecoveryReason | false>) => of.filter(Boolean).length;
  // A change and money on its way out together are how a theft looks.
  const tier = count(high) > 0 || count(signs) > 1 ? 'high' : count(middle) > 0 ? 'middle' : 'low';
  return { tier, reasons: [...high, ...middle, ...low].filter((it) => it !== false) };
}
