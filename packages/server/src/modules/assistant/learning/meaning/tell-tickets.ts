import { z } from 'zod';
import type { JobType } from '../../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { readTickets, ticketOpened } from '../../../tickets/index.ts';
import type { Embedder } from '../../model/embed/embedder.ts';
import { tellOfTickets } from './tell-meanings.ts';

/** Has it said where tickets that were opened are. One attempt: the night makes up for what is missing. */
const tellTickets: JobType<{ ids: string[] }> = {
  name: 'assistant.tell_tickets',
  schema: z.object({ ids: z.array(z.uuid()) }),
  retries: 0,
  atOnce: 1,
};
/** Milliseconds that the model may take in all. */
const patience = 60_000;

/** Has an embeddings model, where one is set up, say where each ticket is that is opened, soon after. */
export function tellOpenedTickets(
  { database, jobs, relay }: Pick<Platform, 'database' | 'jobs' | 'relay'>,
  embedder: Embedder,
): void {
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
