import { z } from 'zod';
import type { JobType } from '../../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Library } from '../../../helpcenter/index.ts';
import { readTickets, ticketOpened } from '../../../tickets/index.ts';
import type { Embedder } from '../../model/embed/embedder.ts';
import { tellMeanings, tellOfTickets } from './tell-meanings.ts';

/** Has it said where tickets that were opened are. One attempt: the next hour makes up for what is missing. */
const tellTickets: JobType<{ ids: string[] }> = {
  name: 'assistant.tell_tickets',
  schema: z.object({ ids: z.array(z.uuid()) }),
  retries: 0,
  atOnce: 1,
};
/** Milliseconds that the model may take in all. */
const [patience, hourly] = [60_000, 10 * 60_000];
const hour = 60 * 60_000;

/** Has an embeddings model, where one is set up, say where each ticket is that is opened, soon after; and every hour where all is that it was not asked about. */
export function keepTold(
  { clock, database, jobs, relay }: Pick<Platform, 'clock' | 'database' | 'jobs' | 'relay'>,
  library: Library,
  embedder: Embedder,
): void {
  jobs.every('assistant.tell_meanings', hour, () =>
    tellMeanings(database, library, embedder, { now: clock.now(), within: hourly }),
  );
  jobs.work(tellTickets, async ({ ids }) => {
    const tickets = await readTickets(database.reader(), ids);
    await tellOfTickets(database, embedder, { tickets, within: patience });
  });
  relay.on(ticketOpened, 'assistant.tell_tickets', async (events) => {
    if (!(await embedder.current())) return;
    const ids = [...new Set(events.filter((it) => !it.payload.isTracker).map((it) => it.subjectId))];
    if (ids.length > 0) await database.write((tx) => jobs.enqueue(tx, tellTickets, { ids }));
  });
}
