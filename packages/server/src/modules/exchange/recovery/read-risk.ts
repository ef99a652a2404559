import type { Tier } from '@fairlead/contract';
import type { VerifiedCustomer } from '../../people/index.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import type { RiskFacts } from './assess-risk.ts';

const lately = 7 * 24 * 3_600_000;
/** Of these nothing leaves any more, or it has left long ago. */
const settled = new Set([
  'failed',
  'canceled',
  'reject',
  'wallet-reject',
  'confirmed',
  'confirm-error',
  'repealed',
]);

/** What the exchange says of the account that counts for its risk. It is never shown to who claims it. No transaction may be open. */
export async function readRisk(
  { customers }: ExchangeConnector,
  holder: VerifiedCustomer | null,
  tier: Tier,
  now: Date,
): Promise<Omit<RiskFacts, 'lost' | 'contested' | 'grantedLately'>> {
  if (!holder) return { known: false, tier, securityChanged: null, withdrawalUnderWay: null, frozen: null };
  const [standing, changes, withdrawals] = await Promise.all([
    orNull(customers.standing(holder)),
    orNull(customers.securityChanges(holder)),
    orNull(customers.withdrawals(holder)),
  ]);
  return {
    known: true,
    tier,
    frozen: standing && standing.frozenAt !== null,
    securityChanged: changes && changes.some(({ at }) => now.getTime() - at.getTime() < lately),
    withdrawalUnderWay: withdrawals && withdrawals.some(({ state }) => !settled.has(state)),
  };
}

async function orNull<T>(asked: Promise<{ value: T }>): Promise<T | null> {
  try {
    return (await asked).value;
  } catch (error) {
    if (error instanceof ExchangeRefusal) return null;
    throw error;
  }
}
