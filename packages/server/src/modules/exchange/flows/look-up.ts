import type { Official } from '../../official/index.ts';
import type { VerifiedCustomer } from '../../people/index.ts';
import { type Dated, ExchangeRefusal } from '../connector/answer.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import type { ChainExplorer } from '../explorer/chain-explorer.ts';
import type { OwnAlerts } from './alerts.ts';
import type { FactName, Facts, FactTable, Question } from './flow.ts';

/** Where facts come from: the exchange, the chains' explorers, and our own registry of what is official. */
export interface Sources {
  readonly connector: ExchangeConnector;
  readonly explorer: Pick<ChainExplorer, 'find'>;
  readonly official: Pick<Official, 'check'>;
  /** The customer's own alerts, which a module above keeps. */
  readonly alerts: (customer: VerifiedCustomer) => Promise<OwnAlerts>;
  readonly now: Date;
}

type Ask<N extends FactName> = (
  it: ExchangeConnector,
  customer: VerifiedCustomer,
  of: string,
) => Promise<Dated<FactTable[N]>>;

const personal: {
  readonly [N in Exclude<FactName, keyof typeof open | 'official' | 'alerts' | 'onChain'>]: Ask<N>;
} = {
  withdrawals: ({ customers }, customer) => customers.withdrawals(customer),
  standing: ({ customers }, customer) => customers.standing(customer),
  securityChanges: ({ customers }, customer) => customers.securityChanges(customer),
  verification: ({ customers }, customer) => customers.verification(customer),
  orders: ({ customers }, customer) => customers.orders(customer),
  order: ({ customers }, customer, of) => customers.order(customer, of),
  peerOrders: ({ customers }, customer) => customers.peerOrders(customer),
  deposits: ({ customers }, customer) => customers.deposits(customer),
  arrival: ({ customers }, customer, of) => customers.arrival(customer, of),
  addresses: ({ customers }, customer, of) => customers.addresses(customer, of),
};
const open = {
  assets: ({ market }: ExchangeConnector) => market.assets(),
  tickers: ({ market }: ExchangeConnector) => market.tickers(),
  marketStatus: ({ market }: ExchangeConnector) => market.status(),
};

/** Asks the exchange all at once. A refusal is an answer too; what is a customer's is refused as `not_found` where there is none. */
export async function lookUp(
  sources: Sources,
  customer: VerifiedCustomer | null,
  questions: readonly Question[],
): Promise<Facts> {
  const answers = questions.map(async ({ about, of }) => {
    try {
      return [about, await askOne(sources, customer, about, of ?? '')] as const;
    } catch (error) {
      if (!(error instanceof ExchangeRefusal)) throw error;
      return [about, { refused: error.reason }] as const;
    }
  });
  return Object.fromEntries(await Promise.all(answers));
}

async function askOne(
  { connector, explorer, official, alerts, now }: Sources,
  customer: VerifiedCustomer | null,
  about: FactName,
  of: string,
): Promise<Dated<FactTable[FactName]>> {
  if (about === 'official') return { value: await official.check(of), asOf: now, stale: false };
  if (about in open) return open[about as keyof typeof open](connector);
  if (about === 'onChain') return explorer.find(of);
  if (!customer) throw new ExchangeRefusal('not_found', 'there is no verified customer');
  if (about === 'alerts') return { value: await alerts(customer), asOf: now, stale: false };
  return personal[about as keyof typeof personal](connector, customer, of);
}
