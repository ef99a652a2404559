import { z } from 'zod';
import { system } from '../../../platform/actor.ts';
import { announce } from '../../../platform/events/event.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { verifiedCustomer } from '../../people/index.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { accountFreezeChanged } from '../events.ts';
import { findFreeze, lockFreeze, saveFreeze } from './freeze-store.ts';

/** Tells the exchange again where it was silent: for about a day and a half, then it is said to have failed and is a dead letter. */
export const freezeJob: JobType<{ id: string }> = {
  name: 'exchange.freeze',
  schema: z.object({ id: z.uuid() }),
  retries: 15,
  key: ({ id }) => id,
};

/**
 * Has the exchange do what was agreed to, and writes down since when. Done twice it is done once: the exchange knows the deed by its id.
 * Throws `ExchangeRefusal` while the exchange does not answer.
 */
export async function carryOut(platform: Platform, connector: ExchangeConnector, id: string): Promise<void> {
  const reader = platform.database.reader();
  const record = await findFreeze(reader, id);
  if (record?.state !== 'approved') return;
  const customer = await verifiedCustomer(reader, record.customerId);
  if (!customer) throw new Error('the customer of a freeze is verified no more');
  const { value } = await connector.customers.freeze(customer, {
    reason: record.reason,
    key: id,
    requestedBy: record.requestedBy ?? 'customer',
    approvedBy: record.requestedBy === record.decidedBy ? null : record.decidedBy,
  });
  await settle(platform, id, 'frozen', value.frozenAt);
}

/** The exchange was told for the last time and did not answer: people must see to it. */
export const giveUp = (platform: Platform, id: string): Promise<void> => settle(platform, id, 'failed', null);

/** Tries at once, since every minute counts; where the exchange is silent, the job goes on with it. */
export async function carryOutNow(
  platform: Platform,
  connector: ExchangeConnector,
  id: string,
): Promise<void> {
  try {
    await carryOut(platform, connector, id);
  } catch (error) {
    if (!(error instanceof ExchangeRefusal)) throw error;
    platform.log.warn({ err: error, freeze: id }, 'the exchange did not freeze an account at once');
  }
}

async function settle(
  platform: Platform,
  id: string,
  state: 'frozen' | 'failed',
  frozenAt: Date | null,
): Promise<void> {
  await platform.database.write(async (tx) => {
    const record = await lockFreeze(tx, id);
    if (record?.state !== 'approved') return;
    await saveFreeze(tx, { ...record, state, frozenAt });
    await announce(tx, accountFreezeChanged, {
      subjectId: record.customerId,
      actor: system('freeze'),
      payload: { freezeId: id, state },
    });
  });
}
