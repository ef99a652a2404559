import { z } from 'zod';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listConnectedInboxes } from '../../channels/index.ts';
import { conversationStarted } from '../../conversations/index.ts';
import { ticketOpened } from '../../tickets/index.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { Knowledge } from '../think.ts';
import { answerLetter } from './answer-letter.ts';
import { deleteLetterAnswersBefore } from './letter-store.ts';

/** Answers what a conversation began with: for when the node that heard of it went away. */
export const readLetter: JobType<{ conversationId: string }> = {
  name: 'assistant.read_letter',
  schema: z.object({ conversationId: z.uuid() }),
  retries: 4,
  key: ({ conversationId }) => conversationId,
};

/** When the job looks whether it was read: long after it was, as a rule. */
const patience = 8_000;
const day = 24 * 3_600_000;
/** A draft that nobody took by then is of no use. */
const keptFor = 90 * day;

/**
 * Reads letters and forms as their tickets are opened, and what begins on platforms where drafts are to be made of it. `busy` holds what is read now; it is begun outside of the relay's turn, since a model may be
 * asked.
 */
export function readLetters(
  platform: Platform,
  knowledge: Knowledge,
  settings: SettingsSource,
  busy: Set<Promise<unknown>>,
): void {
  const { clock, config, database, jobs, log, relay } = platform;
  const read = (conversationId: string) => answerLetter(platform, knowledge, settings, conversationId);

  jobs.work(readLetter, ({ conversationId }) => read(conversationId));
  jobs.every('assistant.forget_letters', day, () =>
    database.write((tx) => deleteLetterAnswersBefore(tx, new Date(tx.now.getTime() - keptFor))),
  );
  relay.on(ticketOpened, 'assistant.read_letters', async (events) => {
    if (!config.ASSISTANT) return;
    const ids = events.flatMap(({ payload: { source, conversationId } }) =>
      conversationId !== null && (source === 'email' || source === 'portal') ? [conversationId] : [],
    );
    await readSoon(ids);
  });
  relay.on(conversationStarted, 'assistant.read_messages', async (events) => {
    if (!config.ASSISTANT) return;
    const inboxes = await listConnectedInboxes(database.reader());
    const drafting = new Set(
      inboxes.filter(({ inbox }) => inbox.drafts && !inbox.assistant).map(({ inbox }) => inbox.id),
    );
    await readSoon(
      events.filter(({ payload }) => drafting.has(payload.inboxId)).map(({ subjectId }) => subjectId),
    );
  });

  async function readSoon(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const after = new Date(clock.now().getTime() + patience + (await knowledge.writer.longest()));
    await database.write(async (tx) => {
      for (const conversationId of ids) await jobs.enqueue(tx, readLetter, { conversationId }, { after });
    });
    for (const id of ids) {
      const work = read(id).catch((error: unknown) =>
        log.warn({ err: error }, 'the assistant did not read a letter at once'),
      );
      busy.add(work);
      void work.finally(() => busy.delete(work));
    }
  }
}
