import type { VerifiedCustomer } from '../../people/index.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import type { ActivityFacts } from './activity-questions.ts';

/** What was done more lately does not count: whoever prepares a theft can send something there, or make the owner talk of it. */
const settling = 7 * 24 * 3_600_000;
const arrived = new Set(['confirmed', 'safe']);

/** Nobody has the account, or no exchange can be asked about it. */
const noActivity: ActivityFacts = { deposit: null, openedMonth: null, withdrawalAddress: null };

/**
 * What the account did well before `begun`, as the exchange keeps it; null where it does not answer. It is kept nowhere and shown to nobody. No
 * transaction may be open.
 */
export async function readActivity(
  { customers }: ExchangeConnector,
  holder: VerifiedCustomer | null,
  begun: Date,
): Promise<ActivityFacts | null> {
  if (!holder) return noActivity;
  const before = begun.getTime() - settling;
  try {
    const [deposits, withdrawals, standing] = await Promise.all([
      customers.deposits(holder),
      customers.withdrawals(holder),
      customers.standing(holder),
    ]);
    const deposit = deposits.value.find(
      ({ state, createdAt }) => arrived.has(state) && createdAt.getTime() < before,
    );
    const withdrawal = withdrawals.value.find(
      ({ state, address, network, createdAt }) =>
        state === 'confirmed' && network !== null && address !== null && createdAt.getTime() < before,
    );
    return {
      deposit: deposit ? { asset: deposit.asset, amount: Number(deposit.amount) } : null,
      openedMonth: standing.value.openedAt?.toISOString().slice(0, 7) ?? null,
      withdrawalAddress: withdrawal?.address ?? null,
    };
  } catch (error) {
    if (!(error instanceof ExchangeRefusal)) throw error;
    return error.reason === 'not_connected' ? noActivity : null;
  }
}
