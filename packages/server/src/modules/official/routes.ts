import { endpoints } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { addEntry, importEntries, updateEntry } from './change-entries.ts';
import type { Official } from './index.ts';
import { listEntries, listOpenReports } from './official-store.ts';
import { decideReport } from './report-impostor.ts';

const routed = endpoints.official;

/** Checks for everybody, the registry for administrators. `changed` is called after each change of the registry. */
export function officialRoutes({ database, http }: Platform, official: Official, changed: () => void): void {
  http.route(routed.check, async ({ body, request }) => {
    await official.allow(request.ip, 'check');
    return official.check(body.text, body.form);
  });
  http.route(routed.checkLetter, async ({ request }) => {
    await official.allow(request.ip, 'letter');
    if (!Buffer.isBuffer(request.body)) throw fail('request.invalid', { field: 'body' });
    return official.checkLetter(request.body);
  });
  http.route(routed.report, async ({ caller, body, request }) => {
    await official.allow(request.ip, 'report');
    return { taken: await official.report(caller, body) };
  });
  http.route(routed.list, async () => ({ items: await listEntries(database.reader()) }));
  http.route(routed.add, async ({ caller, body }) => {
    const entry = await database.write((tx) => addEntry(tx, caller, body));
    changed();
    return entry;
  });
  http.route(routed.importLines, async ({ caller, body }) => {
    const result = await database.write((tx) => importEntries(tx, caller, body));
    changed();
    return result;
  });
  http.route(routed.update, async ({ caller, params, body }) => {
    const entry = await database.write((tx) => updateEntry(tx, caller, params.id, body));
    changed();
    return entry;
  });
  http.route(routed.listReports, async () => ({ items: await listOpenReports(database.reader()) }));
  http.route(routed.decide, async ({ caller, params, body }) => {
    const report = await database.write((tx) => decideReport(tx, caller, params.id, body));
    changed();
    return report;
  });
}
