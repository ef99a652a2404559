import type { FlowId } from '@fairlead/contract';
import { depositFlow } from './deposit.ts';
import { feesFlow } from './fees.ts';
import type { Flow } from './flow.ts';
import { priceFlow } from './price.ts';
import { withdrawalFlow } from './withdrawal.ts';

export const allFlows: Readonly<Record<FlowId, Flow>> = {
  deposit: depositFlow,
  withdrawal: withdrawalFlow,
  fees: feesFlow,
  price: priceFlow,
};
