import { z } from 'zod';
import { newId } from '../../../platform/crypto/ids.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listConnectedInboxes } from '../../channels/index.ts';
import { conversationStarted } from '../../conversations/index.ts';
import { ticketOpened } from '../../tickets/index.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { Knowledge } from '../think.ts';
import { answerLetter } from './answer-letter.ts';
import { readBegunByLetters } from './begun-by-letters.ts';
import { deleteLetterAnswersBefore } from './letter-store.ts';

/** Answers what a conversation began with: for when the node that heard of it (`by`) went away. */
export const readLetter: JobType<{ conversationId: string; by?: string | undefined }> = {
  name: 'assistant.read_letter',
  schema: z.object({ conversationId: z.uuid(), by: z.string().optional() }),
  retries: 4,
  key: ({ conversationId }) => conversationId,
};

/** When the job looks whether it was read: long after it was, as a rule. */
const patience = 8_000;
/** Letters that a node remembers to have read: more than come while their jobs wait. */
const mostDone = 20_000;
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
  // What this node has read need not be read again when its job comes.
  const self = newId();
  const done = new Set<string>();

  jobs.work(readLetter, async ({ conversationId, by }) => {
    if (by === self && done.delete(conversationId)) return;
    const inForce = await settings.current();
    for (const begun of await readBegunByLetters(platform, [conversationId]))
      await answerLetter(platform, knowledge, inForce, begun);
  });

  async function readAll(ids: readonly string[]): Promise<void> {
    const inForce = await settings.current();
    const found = new Map((await readBegunByLetters(platform, ids)).map((it) => [it.conversation.id, it]));
    await Promise.all(
      ids.map(async (id) => {
        const begun = found.get(id);
        if (!begun) return;
        try {
          await answerLetter(platform, knowledge, inForce, begun);
          done.add(id);
        } catch (error) {
          log.warn({ err: error }, 'the assistant did not read a letter at once');
        }
      }),
    );
    // Jobs that another node did: the oldest are forgotten.
    for (const id of done) {
      if (done.size <= mostDone) break;
      done.delete(id);
    }
  }

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
    await database.write((tx) =>
      jobs.enqueueAll(
        tx,
        readLetter,
        ids.map((conversationId) => ({ conversationId, by: self })),
        { after },
      ),
    );
    const work = readAll(ids).catch((error: unknown) =>
      log.warn({ err: error }, 'the assistant did not read letters at once'),
    );
    busy.add(work);
    void work.finally(() => busy.delete(work));
  }
}
