import type { FlowId, FlowSlots, Locale, TracedFlowRun } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Database } from '../../../platform/database/database.ts';
import { accessForAgent } from '../../conversations/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { recordLook } from '../record-look.ts';
import { allFlows } from './all-flows.ts';
import { presentOnWire } from './present-run.ts';
import type { Flows } from './run-flow.ts';

/** What is known of the case, and in which languages it is told. */
export interface ConversationRequest {
  readonly slots: FlowSlots;
  readonly locales: readonly Locale[];
  readonly timeZone: string;
}

/**
 * A flow, run by an agent for the customer of a conversation that they may see. One that tells of the customer's own is recorded as every look
 * is; one of public figures serves visitors too. Looked up once and told in each of `locales`. Throws as `recordLook` does.
 */
export async function runForConversation(
  { database, connector, flows }: { database: Database; connector: ExchangeConnector; flows: Flows },
  actor: AgentActor,
  { id, flow }: { id: string; flow: FlowId },
  { locales, ...request }: ConversationRequest,
): Promise<TracedFlowRun[]> {
  const customer = allFlows[flow].personal
    ? await recordLook({ database, connector }, actor, id)
    : await accessForAgent(database.reader(), actor, id).then(() => null);
  const runs = await flows.runIn({ flow, customer, ...request }, locales);
  return runs.map((run) => {
    const { ticket, trace, ...answer } = presentOnWire(run);
    // Agents see addresses masked wherever they look.
    const { address: _, ...fields } = ticket?.fields ?? {};
    return { ...answer, ticket: ticket && { ...ticket, fields }, trace };
  });
}
