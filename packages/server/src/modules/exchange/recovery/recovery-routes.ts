import { endpoints } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessOwn } from '../../tickets/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { answerOwn, askOwn } from './answer-own.ts';
import { beginRecovery } from './begin-recovery.ts';
import { type Decision, decideRecovery, objectToRecovery, passRecoveries } from './decide-recovery.ts';
import { toldToClaimant } from './ladder.ts';
import { presentRecoveries } from './present-recoveries.ts';
import { proveOwn, sendRecoveryCode, withdrawOwn } from './prove-own.ts';
import { recoveryLetterJob, sendRecoveryLetter } from './recovery-letters.ts';
import { findRecovery, findRecoveryOn, listRecoveries } from './recovery-store.ts';

const shownOthers = 50;
const lookEvery = 60_000;

/** Giving accounts back: customers ask and prove, agents decide, whose account it is can stop it, time does the rest. */
export function recoveryRoutes(platform: Platform, connector: ExchangeConnector): void {
  const { database, http, jobs } = platform;
  const { recoveries } = endpoints;

  http.route(recoveries.begin, async ({ caller, params, body, request }) =>
    toldToClaimant(
      await beginRecovery(platform, connector, caller, params.id, { ...body, from: request.ip }),
    ),
  );
  http.route(recoveries.own, async ({ caller, params }) => {
    const reader = database.reader();
    await accessOwn(reader, caller, params.id);
    const record = await findRecoveryOn(reader, params.id);
    return record ? toldToClaimant(record) : null;
  });
  http.route(recoveries.sendCode, ({ caller, params, body, request }) =>
    sendRecoveryCode(platform, caller, params.id, { ...body, from: request.ip }),
  );
  http.route(recoveries.prove, async ({ caller, params, body, request }) =>
    toldToClaimant(await proveOwn(platform, caller, params.id, { ...body, from: request.ip })),
  );
  const ground = { platform, connector };
  http.route(recoveries.questions, ({ caller, params }) => askOwn(ground, caller, params.id));
  http.route(recoveries.answer, async ({ caller, params, body, request }) =>
    toldToClaimant(await answerOwn(ground, caller, params.id, { ...body, from: request.ip })),
  );
  http.route(recoveries.withdraw, async ({ caller, params }) =>
    toldToClaimant(await withdrawOwn(platform, caller, params.id)),
  );
  http.route(recoveries.object, ({ body }) => objectToRecovery(platform, body.token));

  async function present(id: string) {
    const reader = database.reader();
    const record = await findRecovery(reader, id);
    const [shown] = record ? await presentRecoveries(reader, [record]) : [];
    if (!shown) throw fail('recovery.not_found');
    return shown;
  }
  http.route(recoveries.list, async () => {
    const reader = database.reader();
    return { items: await presentRecoveries(reader, await listRecoveries(reader, shownOthers)) };
  });
  http.route(recoveries.get, ({ params }) => present(params.id));
  const decide = async (actor: AgentActor, id: string, decision: Decision, note: string) => {
    await decideRecovery(platform, actor, id, decision, note);
    return present(id);
  };
  http.route(recoveries.confirmDocument, ({ caller, params, body }) =>
    decide(caller, params.id, 'document', body.note),
  );
  http.route(recoveries.approve, ({ caller, params, body }) =>
    decide(caller, params.id, 'approve', body.note),
  );
  http.route(recoveries.refuse, ({ caller, params, body }) => decide(caller, params.id, 'refuse', body.note));
  jobs.work(recoveryLetterJob, (data) => sendRecoveryLetter(platform, data));
  jobs.every('exchange.recoveries', lookEvery, () => passRecoveries(platform));
}
