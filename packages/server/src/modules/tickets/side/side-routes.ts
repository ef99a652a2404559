import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { readSideMessages, readSides } from './read-sides.ts';
import { retrySide } from './retry-side.ts';
import { startSide } from './start-side.ts';
import { markSideRead, updateSide } from './update-side.ts';
import { writeSide } from './write-side.ts';

/** What agents do with side conversations. */
export function sideRoutes(platform: Platform): void {
  const { database, http, keys } = platform;
  const { sideConversations } = endpoints;

  http.route(sideConversations.list, async ({ caller, params }) => ({
    items: await readSides(database.reader(), caller, params.id),
  }));
  http.route(sideConversations.start, ({ caller, params, body }) =>
    database.write((tx) => startSide(tx, platform, caller, params.id, body)),
  );
  http.route(sideConversations.messages, async ({ caller, params, query }) => ({
    items: await readSideMessages(database.reader(), keys, caller, params, query),
  }));
  http.route(sideConversations.write, ({ caller, params, body }) =>
    database.write((tx) => writeSide(tx, platform, caller, params, body)),
  );
  http.route(sideConversations.update, ({ caller, params, body }) =>
    database.write((tx) => updateSide(tx, platform, caller, params, body)),
  );
  http.route(sideConversations.read, ({ caller, params }) =>
    database.write((tx) => markSideRead(tx, platform, caller, params)),
  );
  http.route(sideConversations.retry, ({ caller, params }) =>
    database.write((tx) => retrySide(tx, platform, caller, params)),
  );
}
