import { type FlowId, flowIds } from '@fairlead/contract';
import type { ExchangeConnector } from '../connector/connector.ts';
import { allFlows } from './all-flows.ts';

/** Flows that have something to look up now: of public figures where the market is connected, of one's own for who is signed in where customers are. */
export const flowsFor = (connected: ExchangeConnector['connected'], signedIn: boolean): FlowId[] =>
  flowIds.filter((it) => (allFlows[it].personal ? signedIn && connected.customers : connected.market));
