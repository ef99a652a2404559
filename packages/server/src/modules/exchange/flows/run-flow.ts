import type { FlowId, FlowSlots, FormBook, Locale } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import type { VerifiedCustomer } from '../../people/index.ts';
import { allFlows } from './all-flows.ts';
import { runFlow } from './flow-runner.ts';
import { lookUp, type Sources } from './look-up.ts';
import type { OwnTexts } from './own-texts.ts';
import { type FlowRun, presentRun } from './present-run.ts';

interface FlowCase {
  readonly flow: FlowId;
  /** What the customer has said so far. */
  readonly slots: FlowSlots;
  /** Null: they are not proven to be one, and hear of public facts only. */
  readonly customer: VerifiedCustomer | null;
  /** An IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Whoever asks does what is decided to be done along with saying it; left out, nothing is. */
  readonly mayDo?: boolean;
}

/** The flows of the exchange. Nothing is kept between two runs, and nothing is written. */
export interface Flows {
  /** Looks up what the flow needs, which takes seconds at most; no transaction may be open. An exchange that is silent is an answer, too. */
  run(request: FlowCase & { readonly locale: Locale }): Promise<FlowRun>;
  /** The same, looked up once and told in each of these languages. */
  runIn(request: FlowCase, locales: readonly Locale[]): Promise<FlowRun[]>;
}

export function createFlows(
  { clock }: Pick<Platform, 'clock'>,
  sources: Omit<Sources, 'now'>,
  /** What administrators say instead of shipped texts, at the moment. */
  ownTexts: () => Promise<OwnTexts>,
  /** What tickets are asked, at the moment. */
  forms: () => Promise<FormBook>,
): Flows {
  const runOnce = ({ flow, slots, customer, mayDo = false }: FlowCase) => {
    const now = clock.now();
    return runFlow(allFlows[flow], slots, {
      now,
      signedIn: customer !== null,
      mayDo,
      lookUp: (questions) => lookUp({ ...sources, now }, customer, questions),
    });
  };
  return {
    async run({ locale, ...request }) {
      const { flow, slots, timeZone } = request;
      const [outcome, own, book] = await Promise.all([runOnce(request), ownTexts(), forms()]);
      return presentRun(flow, slots, outcome, { locale, timeZone, own, book });
    },
    async runIn(request, locales) {
      const { flow, slots, timeZone } = request;
      const [outcome, own, book] = await Promise.all([runOnce(request), ownTexts(), forms()]);
      return locales.map((locale) => presentRun(flow, slots, outcome, { locale, timeZone, own, book }));
    },
  };
}
