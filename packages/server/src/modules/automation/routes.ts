import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { createRule, deleteRule, orderRules, readRules, switchRule, updateRule } from './change-rules.ts';
import { readRuns, readTicketRuns } from './read-runs.ts';
import { tryRule } from './try-rule.ts';
import { undoRun } from './undo-run.ts';

/** Rules, dry runs, and what was done. */
export function automationRoutes(platform: Platform): void {
  const { database, http } = platform;
  const { automation } = endpoints;

  http.route(automation.listRules, async () => ({ items: await readRules(database.reader()) }));
  http.route(automation.createRule, ({ body }) => database.write((tx) => createRule(tx, body)));
  http.route(automation.orderRules, ({ body }) =>
    database.write(async (tx) => ({ items: await orderRules(tx, body.ids) })),
  );
  http.route(automation.updateRule, ({ params, body }) =>
    database.write((tx) => updateRule(tx, params.id, body)),
  );
  http.route(automation.switchRule, ({ params, body }) =>
    database.write((tx) => switchRule(tx, params.id, body.enabled)),
  );
  http.route(automation.deleteRule, ({ params }) => database.write((tx) => deleteRule(tx, params.id)));
  http.route(automation.trial, ({ caller, body }) => tryRule(database.reader(), caller, body));
  http.route(automation.runs, ({ caller, query }) => readRuns(database.reader(), caller, query));
  http.route(automation.ticketRuns, ({ caller, params }) =>
    readTicketRuns(database.reader(), caller, params.id),
  );
  http.route(automation.undoRun, ({ caller, params }) =>
    database.write((tx) => undoRun(tx, platform, caller, params.id)),
  );
}
