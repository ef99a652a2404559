import type { FlowId, TracedFlowRun } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { readFormBook } from '../tickets/index.ts';
import { connectExchange, type ExchangeSettings, type ExplorerSettings } from './connect-exchange.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import { createExplorer } from './explorer/create-explorer.ts';
import { allFlows } from './flows/all-flows.ts';
import { flowRoutes } from './flows/flow-routes.ts';
import type { Sources } from './flows/look-up.ts';
import { noOwnTexts, type OwnTexts } from './flows/own-texts.ts';
import { createFlows, type Flows } from './flows/run-flow.ts';
import { type ConversationRequest, runForConversation } from './flows/run-for-conversation.ts';
import { freezeRoutes } from './freeze/freeze-routes.ts';
import { recoveryRoutes } from './recovery/recovery-routes.ts';
import { exchangeRoutes } from './routes.ts';

export type { ExchangeSettings, ExplorerSettings } from './connect-exchange.ts';
export { type Dated, ExchangeRefusal } from './connector/answer.ts';
export type { Asset } from './connector/asset.ts';
export type { ExchangeConnector } from './connector/connector.ts';
export { compareDecimals, readDecimal } from './connector/decimal.ts';
export type { HolderPage } from './connector/holders.ts';
export type { Ticker } from './connector/market.ts';
export { liveFacts } from './facts/live-facts.ts';
export { liveGates } from './facts/live-gates.ts';
export { flowsFor } from './flows/flows-for.ts';
/** Whether a flow tells of what is the customer's own, and not of public figures. */
export const flowIsPersonal = (flow: FlowId): boolean => allFlows[flow].personal;
export { accountFreezeChanged } from './events.ts';
export type { Deed, OwnAlerts } from './flows/alerts.ts';
export type { OwnTexts } from './flows/own-texts.ts';
export type { FlowRun } from './flows/present-run.ts';
export { sampler } from './flows/sample-params.ts';
export { shippedFlowTexts } from './flows/say-line.ts';
export { freezeAddress } from './freeze/freeze-address.ts';
export { maskEmail } from './freeze/freeze-own.ts';
export { offersRecovery, sayRecoveryOffer } from './recovery/recovery-offer.ts';

/** The exchange as this node knows it. */
export interface Exchange {
  readonly connector: ExchangeConnector;
  /** Where a deposit is, and the like: answers in words, from what the exchange knows now. */
  readonly flows: Flows;
  /** A flow, run by an agent for the customer of a conversation: a run for each language. Throws as looks do. */
  runForConversation(
    actor: AgentActor,
    which: { id: string; flow: FlowId },
    request: ConversationRequest,
  ): Promise<TracedFlowRun[]>;
  /** Speaks to another exchange from now on: the demo's own is there only once the demo is. */
  connect(settings: ExchangeSettings): void;
  /** Flows speak in these texts from now on, where there are such: asked at each run. */
  sayBy(source: () => Promise<OwnTexts>): void;
  /** The same of the explorers of the chains. */
  explore(settings: ExplorerSettings): void;
}

/** The door of the exchange module: what the exchange knows of its market, and of its customers. See README.md for what it promises. */
export function exchangeModule(
  platform: Platform,
  { official, alerts }: Pick<Sources, 'official' | 'alerts'>,
): Exchange {
  let current = connectExchange(platform, platform.config);
  const connector: ExchangeConnector = {
    get connected() {
      return current.connected;
    },
    get market() {
      return current.market;
    },
    get customers() {
      return current.customers;
    },
    get holders() {
      return current.holders;
    },
  };
  const explorerOf = ({ EXPLORERS = [], EXPLORER_KEYS = new Map() }: ExplorerSettings) =>
    createExplorer({ clock: platform.clock, addresses: EXPLORERS, keys: EXPLORER_KEYS });
  let witness = explorerOf(platform.config);
  const explorer = { find: (txid: string) => witness.find(txid) };
  let ownTexts = async (): Promise<OwnTexts> => noOwnTexts;
  const flows = createFlows(
    platform,
    { connector, explorer, official, alerts },
    () => ownTexts(),
    () => readFormBook(platform.database.reader()),
  );
  exchangeRoutes(platform, connector);
  flowRoutes(platform, connector, flows);
  freezeRoutes(platform, connector);
  recoveryRoutes(platform, connector);
  return {
    connector,
    flows,
    runForConversation: (actor, which, request) =>
      runForConversation({ database: platform.database, connector, flows }, actor, which, request),
    connect(settings) {
      current = connectExchange(platform, settings);
    },
    sayBy(source) {
      ownTexts = source;
    },
    explore(settings) {
      witness = explorerOf(settings);
    },
  };
}
