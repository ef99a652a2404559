import { endpoints } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../../conversations/index.ts';
import type { OpenModel } from './answer-writer.ts';
import { findCall, listCalls, readModel } from './model-store.ts';
import { presentModel, saveModel, withKey } from './save-model.ts';
import { tryModel } from './try-model.ts';

const { assistant } = endpoints;

/** The model that may put answers into words: set, tried, and what it was given to read. */
export function modelRoutes(platform: Platform, open: OpenModel): void {
  const { clock, database, http } = platform;

  http.route(assistant.readModel, () => presentModel(database.reader(), clock.now()));

  http.route(assistant.saveModel, async ({ caller, body }) => {
    await database.write((tx) => saveModel(tx, platform, caller, body));
    return presentModel(database.reader(), clock.now());
  });

  http.route(assistant.tryModel, async ({ body }) =>
    tryModel(withKey(platform, await readModel(database.reader()), body), open),
  );

  http.route(assistant.modelCalls, async ({ caller, params }) => {
    const reader = database.reader();
    await accessForAgent(reader, caller, params.id);
    return { items: await listCalls(reader, params.id, params.seq) };
  });

  http.route(assistant.modelCall, async ({ caller, params }) => {
    const reader = database.reader();
    const found = await findCall(reader, params.id);
    if (!found) throw fail('request.not_found');
    if (found.conversationId) await accessForAgent(reader, caller, found.conversationId);
    return found.call;
  });
}
