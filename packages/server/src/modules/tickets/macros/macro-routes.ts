import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { fillMacro } from './fill-macro.ts';
import { createMacro, deleteMacro, listMacros, updateMacro } from './keep-macros.ts';

/** What agents do with macros. */
export function macroRoutes({ database, http }: Platform): void {
  const { macros } = endpoints;
  http.route(macros.list, async ({ caller }) => ({ items: await listMacros(database.reader(), caller) }));
  http.route(macros.create, ({ caller, body }) => database.write((tx) => createMacro(tx, caller, body)));
  http.route(macros.update, ({ caller, params, body }) =>
    database.write((tx) => updateMacro(tx, caller, params.id, body)),
  );
  http.route(macros.remove, ({ caller, params }) =>
    database.write((tx) => deleteMacro(tx, caller, params.id)),
  );
  http.route(macros.fill, ({ caller, params, body }) =>
    fillMacro(database.reader(), caller, params.id, body.conversationId),
  );
}
