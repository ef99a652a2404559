import { endpoints, type QuietClosing, quietClosing } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readSetting, writeSetting } from '../../../platform/setting-store.ts';
import { closeQuiet } from '../../conversations/index.ts';
import { assistantQuietChanged } from '../events.ts';

const { assistant } = endpoints;
const key = 'assistant.quiet';
const every = 10 * 60_000;
const hour = 3_600_000;

async function readQuiet(reader: Reader): Promise<QuietClosing> {
  const kept = quietClosing.safeParse(await readSetting(reader, key));
  return kept.data ?? { on: true, hours: 24 };
}

/** Closes what only the assistant has and nobody has written in for long enough, and lets administrators say how long that is. */
export function closeQuietChats(platform: Platform): void {
  const { clock, database, http, jobs, log } = platform;

  jobs.every('assistant.close_quiet', every, async () => {
    const { on, hours } = await readQuiet(database.reader());
    if (!on) return;
    const closed = await closeQuiet(platform, new Date(clock.now().getTime() - hours * hour));
    if (closed > 0) log.info({ closed }, 'quiet conversations of the assistant closed');
  });

  http.route(assistant.readQuiet, () => readQuiet(database.reader()));
  http.route(assistant.saveQuiet, async ({ caller, body }) => {
    await database.write(async (tx) => {
      const payload = { before: await readQuiet(tx), after: body };
      await writeSetting(tx, key, body);
      await announce(tx, assistantQuietChanged, { subjectId: caller.id, actor: caller, payload });
    });
    return body;
  });
}
