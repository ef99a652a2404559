import type { FlowId } from '@fairlead/contract';
import { accountFlow } from './account.ts';
import { alertsFlow } from './alerts.ts';
import { depositFlow } from './deposit.ts';
import { feesFlow } from './fees.ts';
import type { Flow } from './flow.ts';
import { officialFlow } from './official.ts';
import { orderFlow } from './order.ts';
import { peerFlow } from './peer.ts';
import { priceFlow } from './price.ts';
import { verificationFlow } from './verification.ts';
import { withdrawalFlow } from './withdrawal.ts';

export const allFlows: Readonly<Record<FlowId, Flow>> = {
  deposit: depositFlow,
  withdrawal: withdrawalFlow,
  fees: feesFlow,
  price: priceFlow,
  verification: verificationFlow,
  account: accountFlow,
  order: orderFlow,
  peer: peerFlow,
  official: officialFlow,
  alerts: alertsFlow,
};
