import type { FastifyInstance, FastifyReply } from 'fastify';
import { iso } from '../accounts/lines.ts';
import { accountOf } from '../accounts/stories.ts';
import { timeLineAt } from '../accounts/time-line.ts';
import { registerRequestCount } from './count-requests.ts';
import type { Faults } from './faults.ts';
import { registerBackOffice } from './register-back-office.ts';
import { registerHolders } from './register-holders.ts';
import { registerPrivateApi } from './register-private-api.ts';
import type { GatewayKeys } from './verify-signature.ts';

/**
 * The exchange's gateway for facts of its customers. All of them are functions of the time, except for what is frozen here: that holds until
 * the process ends.
 */
export function registerGateway(
  app: FastifyInstance,
  options: { keys: GatewayKeys; now: () => Date; faults: Faults },
): void {
  const { keys, now, faults } = options;
  const frozen = new Map<string, string>();
  const account = (uid: string) => {
    const found = accountOf(uid, timeLineAt(now().getTime()));
    const frozenAt = found.standing.frozenAt ?? frozen.get(uid);
    return frozenAt ? { ...found, standing: { ...found.standing, frozenAt } } : found;
  };
  const answeredFor = (reply: FastifyReply, uid: string) =>
    void reply.header('x-exchange-uid', faults.mode === 'wrong_account' ? '10000001' : uid);
  registerRequestCount(app, now);
  registerPrivateApi(app, { keys, now, accountOf: account, answeredFor });
  registerHolders(app, { token: keys.token, tells: () => !faults.tellsNoBalances });
  registerBackOffice(app, {
    keys,
    accountOf: account,
    answeredFor,
    tellsBalances: () => !faults.tellsNoBalances,
    freeze(uid) {
      const since = account(uid).standing.frozenAt ?? iso(now().getTime());
      frozen.set(uid, since);
      return since;
    },
  });
}
