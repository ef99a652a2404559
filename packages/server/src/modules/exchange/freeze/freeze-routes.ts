import { endpoints } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../../conversations/index.ts';
import { verifiedCustomer } from '../../people/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { askFreeze } from './ask-freeze.ts';
import { carryOut, carryOutNow, freezeJob, giveUp } from './carry-out.ts';
import { decideFreeze } from './decide-freeze.ts';
import { freezeOwn, sendFreezeCode } from './freeze-own.ts';
import { findFreeze, listFreezes, listFreezesOf } from './freeze-store.ts';
import { presentFreezes } from './present-freezes.ts';

const shownOfConversation = 20;
const shownOthers = 50;

/** Freezing accounts: agents ask and agree, customers do it themselves by a code, a job carries it out. */
export function freezeRoutes(platform: Platform, connector: ExchangeConnector): void {
  const { config, database, http, jobs } = platform;
  const { freezes } = endpoints;

  async function present(id: string) {
    const reader = database.reader();
    const record = await findFreeze(reader, id);
    const [shown] = record ? await presentFreezes(reader, [record]) : [];
    if (!shown) throw fail('freeze.not_found');
    return shown;
  }

  http.route(freezes.ask, async ({ caller, params, body }) => {
    const { id, state } = await askFreeze(platform, connector, caller, params.id, body);
    if (state === 'approved') await carryOutNow(platform, connector, id);
    return present(id);
  });
  http.route(freezes.ofConversation, async ({ caller, params }) => {
    const reader = database.reader();
    const conversation = await accessForAgent(reader, caller, params.id);
    const customer = await verifiedCustomer(reader, conversation.customerId);
    const found = customer ? await listFreezesOf(reader, customer.id, shownOfConversation) : [];
    return { items: await presentFreezes(reader, found), needsTwo: config.FREEZE_NEEDS_TWO };
  });
  http.route(freezes.list, async () => {
    const reader = database.reader();
    return { items: await presentFreezes(reader, await listFreezes(reader, shownOthers)) };
  });
  http.route(freezes.approve, async ({ caller, params }) => {
    await decideFreeze(platform, caller, params.id, true);
    await carryOutNow(platform, connector, params.id);
    return present(params.id);
  });
  http.route(freezes.refuse, async ({ caller, params }) => {
    await decideFreeze(platform, caller, params.id, false);
    return present(params.id);
  });
  http.route(freezes.sendCode, ({ caller, request }) =>
    sendFreezeCode(platform, connector, caller, request.ip),
  );
  http.route(freezes.own, async ({ caller, body, request }) => {
    const { state, frozenAt } = await freezeOwn(platform, connector, caller, { ...body, from: request.ip });
    return { state, frozenAt: frozenAt?.toISOString() ?? null };
  });
  jobs.work(freezeJob, async ({ id }, { last }) => {
    try {
      await carryOut(platform, connector, id);
    } catch (error) {
      if (last) await giveUp(platform, id);
      throw error;
    }
  });
}
