import type { FlowId } from '@fairlead/contract';
import { depositFlow } from './deposit.ts';
import type { Flow } from './flow.ts';

export const allFlows: Readonly<Record<FlowId, Flow>> = { deposit: depositFlow };
