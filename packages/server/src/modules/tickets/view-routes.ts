import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { countTracked } from './link-store.ts';
import { readPrices, savePrices } from './risk/price-table.ts';
import { startRun } from './run-tracker.ts';
import { createView, deleteView, listViews, updateView } from './saved-views.ts';
import { readTicketSettings, saveTicketSettings } from './ticket-settings.ts';
import { accessTracker, trackTickets } from './track-tickets.ts';
import { listRuns } from './tracker-store.ts';

/** Saved views, trackers and settings. */
export function viewRoutes(platform: Platform): void {
  const { database, http } = platform;
  const { tickets } = endpoints;

  http.route(tickets.listViews, async ({ caller }) => ({
    items: await listViews(database.reader(), caller),
  }));
  http.route(tickets.createView, ({ caller, body }) => database.write((tx) => createView(tx, caller, body)));
  http.route(tickets.updateView, ({ caller, params, body }) =>
    database.write((tx) => updateView(tx, caller, params.id, body)),
  );
  http.route(tickets.deleteView, ({ caller, params }) =>
    database.write((tx) => deleteView(tx, caller, params.id)),
  );
  http.route(tickets.track, ({ caller, params, body }) =>
    database.write((tx) => trackTickets(tx, platform, caller, params.id, body.ticketIds)),
  );
  http.route(tickets.replyToTracked, ({ caller, params, body: { status = null, ...body } }) =>
    database.write((tx) => startRun(tx, platform, caller, params.id, { ...body, kind: 'reply', status })),
  );
  http.route(tickets.solveTracked, ({ caller, params, body: { key } }) => {
    const order = { key, kind: 'solve' as const, texts: {}, fallback: null, status: null };
    return database.write((tx) => startRun(tx, platform, caller, params.id, order));
  });
  http.route(tickets.trackerRuns, async ({ caller, params }) => {
    const reader = database.reader();
    const { id } = await accessTracker(reader, caller, params.id);
    return { items: await listRuns(reader, id), tracked: await countTracked(reader, id) };
  });
  http.route(tickets.readSettings, () => readTicketSettings(database.reader()));
  http.route(tickets.saveSettings, ({ body }) => database.write((tx) => saveTicketSettings(tx, body)));
  http.route(tickets.readPrices, () => readPrices(database.reader()));
  http.route(tickets.savePrices, ({ body }) => database.write((tx) => savePrices(tx, body)));
}
