import type { FlowId, FlowSlots, Locale } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import type { VerifiedCustomer } from '../../people/index.ts';
import { allFlows } from './all-flows.ts';
import { runFlow } from './flow-runner.ts';
import { lookUp, type Sources } from './look-up.ts';
import { type FlowRun, presentRun } from './present-run.ts';

interface FlowCase {
  readonly flow: FlowId;
  /** What the customer has said so far. */
  readonly slots: FlowSlots;
  /** Null: they are not proven to be one, and hear of public facts only. */
  readonly customer: VerifiedCustomer | null;
  /** An IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** The flows of the exchange. Nothing is kept between two runs, and nothing is written. */
export interface Flows {
  /** Looks up what the flow needs, which takes seconds at most; no transaction may be open. An exchange that is silent is an answer, too. */
  run(request: FlowCase & { readonly locale: Locale }): Promise<FlowRun>;
  /** The same, looked up once and told in each of these languages. */
  runIn(request: FlowCase, locales: readonly Locale[]): Promise<FlowRun[]>;
}

export function createFlows({ clock }: Pick<Platform, 'clock'>, sources: Omit<Sources, 'now'>): Flows {
  const runOnce = ({ flow, slots, customer }: FlowCase) => {
    const now = clock.now();
    return runFlow(allFlows[flow], slots, {
      now,
      signedIn: customer !== null,
      lookUp: (questions) => lookUp({ ...sources, now }, customer, questions),
    });
  };
  return {
    async run({ locale, ...request }) {
      const { flow, slots, timeZone } = request;
      return presentRun(flow, slots, await runOnce(request), { locale, timeZone });
    },
    async runIn(request, locales) {
      const { flow, slots, timeZone } = request;
      const outcome = await runOnce(request);
      return locales.map((locale) => presentRun(flow, slots, outcome, { locale, timeZone }));
    },
  };
}
