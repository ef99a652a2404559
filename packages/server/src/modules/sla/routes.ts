import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { acknowledgeAlert, acknowledgeAlerts } from './acknowledge-alert.ts';
import { listAlerts } from './alert-store.ts';
import { listCalendars } from './calendar-store.ts';
import { createCalendar, deleteCalendar, importHolidays, updateCalendar } from './change-calendars.ts';
import { createPolicy, deletePolicy, orderPolicies, updatePolicy } from './change-policies.ts';
import { listPolicies } from './policy-store.ts';
import { presentAlert } from './present-clocks.ts';
import { countBreaching, readBreaching, readClocks, readPromise, readTicketClocks } from './read-clocks.ts';
import { readHolidays } from './read-holidays.ts';
import { tryPolicies } from './try-policies.ts';
import { tryPolicy } from './try-policy.ts';

/** More alerts than anybody can act on. */
const mostAlerts = 200;

/** Calendars, policies, clocks and alerts. */
export function slaRoutes(platform: Platform): void {
  const { database, http } = platform;
  const { portal, sla } = endpoints;

  http.route(sla.listCalendars, async () => ({ items: await listCalendars(database.reader()) }));
  http.route(sla.createCalendar, ({ body }) => database.write((tx) => createCalendar(tx, body)));
  http.route(sla.updateCalendar, ({ params, body }) =>
    database.write((tx) => updateCalendar(tx, params.id, body)),
  );
  http.route(sla.deleteCalendar, ({ params }) => database.write((tx) => deleteCalendar(tx, params.id)));
  http.route(sla.importHolidays, ({ params, body }) =>
    database.write((tx) => importHolidays(tx, params.id, body)),
  );
  http.route(sla.previewHolidays, async ({ body: { ical, fromYear, years } }) =>
    readHolidays(ical, { from: fromYear, count: years }),
  );
  http.route(sla.listPolicies, async () => ({ items: await listPolicies(database.reader()) }));
  http.route(sla.createPolicy, ({ body }) => database.write((tx) => createPolicy(tx, body)));
  http.route(sla.orderPolicies, ({ body }) =>
    database.write(async (tx) => ({ items: await orderPolicies(tx, body.ids) })),
  );
  http.route(sla.updatePolicy, ({ params, body }) =>
    database.write((tx) => updatePolicy(tx, params.id, body)),
  );
  http.route(sla.deletePolicy, ({ params }) => database.write((tx) => deletePolicy(tx, params.id)));
  http.route(sla.tryPolicy, ({ caller, body }) => tryPolicy(database.reader(), caller, body));
  http.route(sla.clocks, ({ caller, query }) => readClocks(database.reader(), caller, query));
  http.route(sla.ticket, ({ caller, params }) => readTicketClocks(database.reader(), caller, params.id));
  http.route(sla.trial, ({ caller, params }) => tryPolicies(database.reader(), caller, params.id));
  http.route(portal.promise, ({ caller, params }) => readPromise(database.reader(), caller, params.id));
  http.route(sla.breaching, ({ caller, query }) => readBreaching(database.reader(), caller, query));
  http.route(sla.counts, ({ caller }) => countBreaching(database.reader(), caller));
  http.route(sla.alerts, async ({ caller }) => ({
    items: (await listAlerts(database.reader(), caller.id, mostAlerts)).map(presentAlert),
  }));
  http.route(sla.acknowledge, ({ caller, params }) =>
    database.write((tx) => acknowledgeAlert(tx, platform, caller, params.id)),
  );
  http.route(sla.acknowledgeAll, async ({ caller, body }) => ({
    acknowledged: await database.write((tx) => acknowledgeAlerts(tx, platform, caller, body.upTo)),
  }));
}
