import { endpoints } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent, giveToAssistant } from '../conversations/index.ts';
import { listTurns } from './assistant-store.ts';
import { blankMemory } from './decide/memory.ts';
import { defaultThresholds } from './decide/thresholds.ts';
import { type Knowledge, think } from './think.ts';
import { traceOf } from './trace.ts';

const { assistant } = endpoints;
/** Turns that are shown. */
const shown = 50;

export function assistantRoutes(platform: Platform, knowledge: Knowledge): void {
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
    database.write(async (tx) => {
      const { channel } = await accessForAgent(tx, caller, params.id);
      if (channel !== 'chat') throw fail('assistant.chat_only');
      return (await giveToAssistant(tx, platform, caller, params.id)).conversation;
    }),
  );

  http.route(assistant.try, async ({ body }) => {
    const begun = performance.now();
    const thought = await think(knowledge, {
      text: body.text,
      page: body.locale,
      memory: blankMemory,
      customer: null,
      timeZone: 'UTC',
      flooding: false,
      off: false,
      thresholds: defaultThresholds,
    });
    const { text, quickReplies, sources } = thought;
    const { library, help } = knowledge.center;
    return {
      text,
      quickReplies: [...quickReplies],
      sources: [...sources],
      milliseconds: performance.now() - begun,
      trace: traceOf(thought, (id) => {
        const article = library.byId(id);
        return article ? help.line(article, thought.steps.heard.locale).title : '';
      }),
    };
  });
}
