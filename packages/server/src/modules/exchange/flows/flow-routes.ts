import { endpoints } from '@fairlead/contract';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { verifiedCustomer } from '../../people/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { presentOnWire } from './present-run.ts';
import type { Flows } from './run-flow.ts';
import { runForConversation } from './run-for-conversation.ts';

/** Runs of one customer, per node: a run is up to six questions to the exchange, and agents must not have to wait for them. */
const allowance = { points: 20, duration: 60 };

/** Flows for agents, and for customers themselves. */
export function flowRoutes({ http, database }: Platform, connector: ExchangeConnector, flows: Flows): void {
  const runs = new RateLimiterMemory(allowance);

  http.route(endpoints.flows.runForConversation, async ({ caller, params, body: { locale, ...body } }) => {
    const request = { ...body, locales: [locale] };
    const [run] = await runForConversation({ database, connector, flows }, caller, params, request);
    if (!run) throw new Error('a flow said nothing');
    return run;
  });
  http.route(endpoints.flows.run, async ({ caller, params, body }) => {
    try {
      await runs.consume(caller.id);
    } catch (refusal) {
      const { msBeforeNext } = refusal as RateLimiterRes;
      throw fail('request.rate_limited', { seconds: Math.ceil(msBeforeNext / 1000) });
    }
    const customer = await verifiedCustomer(database.reader(), caller.id);
    const { trace: _, ...answer } = presentOnWire(await flows.run({ flow: params.flow, customer, ...body }));
    return answer;
  });
}
