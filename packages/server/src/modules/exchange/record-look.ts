import type { AgentActor } from '../../platform/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { accessForAgent } from '../conversations/index.ts';
import { type VerifiedCustomer, verifiedCustomer } from '../people/index.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import { customerFactsRead } from './events.ts';

/**
 * The customer of a conversation that the agent may see, whose facts may be asked for from now on: that they looked is written first, so that no
 * answer is seen without it. Throws `conversation.not_found`, `exchange.not_connected`, `exchange.customer_not_verified`.
 */
export const recordLook = (
  { database, connector }: { database: Database; connector: ExchangeConnector },
  actor: AgentActor,
  conversationId: string,
): Promise<VerifiedCustomer> =>
  database.write(async (tx) => {
    const conversation = await accessForAgent(tx, actor, conversationId);
    if (!connector.connected.customers) throw fail('exchange.not_connected');
    const verified = await verifiedCustomer(tx, conversation.customerId);
    if (!verified) throw fail('exchange.customer_not_verified');
    await announce(tx, customerFactsRead, {
      subjectId: verified.id,
      actor,
      payload: { conversationId },
    });
    return verified;
  });
