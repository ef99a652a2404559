import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent, giveToAssistant } from '../conversations/index.ts';
import { listTurns } from './assistant-store.ts';

const { assistant } = endpoints;
/** Turns that are shown. */
const shown = 50;

export function assistantRoutes(platform: Platform): void {
  const { database, http } = platform;

  http.route(assistant.turns, async ({ caller, params }) => {
    const reader = database.reader();
    await accessForAgent(reader, caller, params.id);
    const turns = await listTurns(reader, params.id, shown);
    return {
      items: turns.map(({ id, seq, milliseconds, createdAt, trace }) => ({
        id,
        seq,
        milliseconds,
        at: createdAt.toISOString(),
        trace,
      })),
    };
  });

  http.route(assistant.give, ({ caller, params }) =>
    database.write(async (tx) => (await giveToAssistant(tx, platform, caller, params.id)).conversation),
  );
}
