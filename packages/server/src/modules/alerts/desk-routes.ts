import { type CustomerAlerts, endpoints } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import { agentName, readCustomers } from '../people/index.ts';
import { listHolds, readAlertSettings } from './alert-desk-store.ts';
import { listAlerts } from './alert-store.ts';
import { allowAlerts, holdAlerts, liftAlerts } from './hold-alerts.ts';
import { lookAtMarket } from './look-at-market.ts';
import { freshPreferences } from './prefer.ts';
import { findPreferences } from './preference-store.ts';
import { presentAlert } from './present-alerts.ts';

/** Alerts as agents see and stop them, and administrators allow them. */
export function alertDeskRoutes(platform: Platform, connector: ExchangeConnector): void {
  const { clock, database, http } = platform;
  const { alertDesk } = endpoints;
  const person = async (reader: Reader, id: string) => ({ id, name: (await agentName(reader, id)) ?? '' });

  async function mustExist(reader: Reader, id: string): Promise<void> {
    if (!(await readCustomers(reader, [id])).has(id)) throw fail('people.not_found');
  }
  async function present(id: string): Promise<CustomerAlerts> {
    const reader = database.reader();
    await mustExist(reader, id);
    const alerts = await listAlerts(reader, id);
    // Only networks are called by what the market says now.
    const market = alerts.some(({ network }) => network !== null)
      ? await lookAtMarket(connector, clock)
      : { quotes: null, gates: null };
    const wishes = (await findPreferences(reader, [id])).get(id) ?? (await freshPreferences(reader, id));
    const holds: CustomerAlerts['holds'] = [];
    for (const it of await listHolds(reader, id))
      holds.push({
        id: it.id,
        reason: it.reason,
        note: it.note,
        heldBy: await person(reader, it.heldBy),
        heldAt: it.heldAt.toISOString(),
        lifted: it.liftedAt && {
          by: it.liftedBy === null ? null : await person(reader, it.liftedBy),
          at: it.liftedAt.toISOString(),
          note: it.liftedNote,
        },
      });
    const { settings } = await readAlertSettings(reader);
    return {
      alerts: alerts.map((it) => presentAlert(it, market, clock.now())),
      brief: wishes.brief !== null,
      byChat: wishes.byChat,
      byEmail: wishes.byEmail,
      stopped: wishes.stoppedAt !== null,
      holds,
      enabled: settings.enabled,
    };
  }

  http.route(alertDesk.ofCustomer, ({ params }) => present(params.id));
  http.route(alertDesk.hold, async ({ caller, params, body }) => {
    await mustExist(database.reader(), params.id);
    await database.write((tx) => holdAlerts(tx, caller, params.id, body));
    return present(params.id);
  });
  http.route(alertDesk.lift, async ({ caller, params, body }) => {
    await mustExist(database.reader(), params.id);
    await database.write((tx) => liftAlerts(tx, caller, params.id, body.note));
    return present(params.id);
  });

  async function presentSettings() {
    const reader = database.reader();
    const { settings, changed } = await readAlertSettings(reader);
    return {
      ...settings,
      changed: changed && { by: await person(reader, changed.by), at: changed.at.toISOString() },
    };
  }
  http.route(alertDesk.settings, presentSettings);
  http.route(alertDesk.saveSettings, async ({ caller, body }) => {
    await database.write((tx) => allowAlerts(tx, caller, body));
    return presentSettings();
  });
}
