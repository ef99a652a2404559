import type { FlowId, FlowSlots, Locale, TracedFlowRun } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Database } from '../../../platform/database/database.ts';
import { accessForAgent } from '../../conversations/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { recordLook } from '../record-look.ts';
import { allFlows } from './all-flows.ts';
import { presentOnWire } from './present-run.ts';
import type { Flows } from './run-flow.ts';

/**
 * A flow, run by an agent for the customer of a conversation that they may see. One that tells of the customer's own is recorded as every look
 * is; one of public figures serves visitors too. Throws as `recordLook` does.
 */
export async function runForConversation(
  { database, connector, flows }: { database: Database; connector: ExchangeConnector; flows: Flows },
  actor: AgentActor,
  { id, flow }: { id: string; flow: FlowId },
  request: { slots: FlowSlots; locale: Locale; timeZone: string },
): Promise<TracedFlowRun> {
  const customer = allFlows[flow].personal
    ? await recordLook({ database, connector }, actor, id)
    : await accessForAgent(database.reader(), actor, id).then(() => null);
  const run = await flows.run({ flow, customer, ...request });
  const { ticket, trace, ...answer } = presentOnWire(run);
  // Agents see addresses masked wherever they look.
  const { address: _, ...fields } = ticket?.fields ?? {};
  return { ...answer, ticket: ticket && { ...ticket, fields }, trace };
}
