import type { FreezeReason } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../../conversations/index.ts';
import { verifiedCustomer } from '../../people/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { accountFreezeChanged } from '../events.ts';
import { freezeJob } from './carry-out.ts';
import type { FreezeRecord } from './freeze-rules.ts';
import { insertFreeze } from './freeze-store.ts';

/**
 * An agent has the account of a conversation's customer frozen: at once, or after a second person has agreed. Throws `conversation.not_found`,
 * `exchange.not_connected`, `exchange.customer_not_verified`, `freeze.under_way`.
 */
export function askFreeze(
  { database, jobs, config }: Platform,
  connector: ExchangeConnector,
  actor: AgentActor,
  conversationId: string,
  { reason, note }: { reason: FreezeReason; note: string },
): Promise<FreezeRecord> {
  return database.write(async (tx) => {
    const conversation = await accessForAgent(tx, actor, conversationId);
    if (!connector.connected.customers) throw fail('exchange.not_connected');
    const customer = await verifiedCustomer(tx, conversation.customerId);
    if (!customer) throw fail('exchange.customer_not_verified');
    const alone = !config.FREEZE_NEEDS_TWO;
    const record: FreezeRecord = {
      id: newId(tx.now.getTime()),
      customerId: customer.id,
      conversationId,
      reason,
      note,
      state: alone ? 'approved' : 'waiting',
      requestedBy: actor.id,
      requestedAt: tx.now,
      decidedBy: alone ? actor.id : null,
      decidedAt: alone ? tx.now : null,
      frozenAt: null,
    };
    if (!(await insertFreeze(tx, record))) throw fail('freeze.under_way');
    const { id: freezeId, state } = record;
    await announce(tx, accountFreezeChanged, {
      subjectId: customer.id,
      actor,
      payload: { freezeId, state },
    });
    if (alone) await jobs.enqueue(tx, freezeJob, { id: freezeId });
    return record;
  });
}
