import type { Platform } from '../../../platform/platform.ts';
import type { EmailInbox } from './email-inbox.ts';
import { noteContact, readEmailInbox, readEmailSecrets } from './email-inbox-store.ts';
import { fetchMailbox } from './fetch-mailbox.ts';
import { imapOptions } from './imap-options.ts';
import type { LetterDoor } from './letter-door.ts';
import { mailTrouble } from './mail-trouble.ts';
import { leaseInboxes, releaseInboxes } from './mailbox-store.ts';
import { signedIn } from './signed-in.ts';

/** How often a node says which inboxes it fetches and looks what has changed; another takes over after three times that. */
const beat = 10_000;
const lease = 3 * beat;
/** After the first failure in a row, the second ... in milliseconds; spread, so that many inboxes do not knock at once. */
const pauses = [2_000, 5_000, 15_000, 60_000, 300_000];
/** That all is well is written down so often at most. */
const contactEvery = 60_000;

interface Fetching {
  /** The settings it goes by: with others it begins anew. */
  readonly by: string;
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

/** Fetches the letters of all inboxes that have an IMAP server, each on one node at a time. Answers how to stop. */
export function fetchLetters(platform: Platform, door: LetterDoor): { stop(): Promise<void> } {
  const { clock, database, keys, log, nodeId } = platform;
  const running = new Map<string, Fetching>();
  const stopped = new AbortController();

  async function look(): Promise<void> {
    const ids = await database.write((tx) => leaseInboxes(tx, nodeId, new Date(tx.now.getTime() + lease)));
    const inboxes = await Promise.all(ids.map((id) => readEmailInbox(database.reader(), keys, id)));
    const wanted = new Map<string, EmailInbox>();
    for (const inbox of inboxes) if (inbox?.imap) wanted.set(inbox.inboxId, inbox);
    for (const [id, fetching] of running) {
      const inbox = wanted.get(id);
      if (inbox && (await settingsOf(inbox)) === fetching.by) continue;
      running.delete(id);
      fetching.stop.abort();
      await fetching.ended;
    }
    for (const [id, inbox] of wanted) if (!running.has(id)) running.set(id, await begin(inbox));
  }

  const settingsOf = async (inbox: EmailInbox) =>
    JSON.stringify([inbox.imap, await readEmailSecrets(database.reader(), keys, inbox.inboxId)]);

  async function begin(inbox: EmailInbox): Promise<Fetching> {
    const stop = new AbortController();
    const names = inbox.imap?.mailboxes ?? [];
    const ended = Promise.all(names.map((name) => keepFetching(inbox, name, stop.signal)));
    return { by: await settingsOf(inbox), stop, ended };
  }

  async function keepFetching(inbox: EmailInbox, name: string, signal: AbortSignal): Promise<void> {
    const { inboxId } = inbox;
    let failures = 0;
    let toldAt = 0;
    const onContact = async () => {
      const well = failures === 0;
      failures = 0;
      if (well && clock.now().getTime() - toldAt < contactEvery) return;
      toldAt = clock.now().getTime();
      await database.write((tx) => noteContact(tx, inboxId, 'imap', null));
    };
    while (!signal.aborted) {
      try {
        const secrets = await readEmailSecrets(database.reader(), keys, inboxId);
        const { authserv = null } = inbox.imap ?? {};
        const mailbox = { inboxId, name, authserv, lastContactAt: inbox.lastContactAt };
        await signedIn(
          secrets,
          () => imapOptions(inbox, secrets, clock.now()),
          (options) => fetchMailbox(platform, door, { ...mailbox, options }, onContact, signal),
        );
      } catch (error) {
        if (signal.aborted) return;
        const trouble = mailTrouble(error);
        log.warn({ inbox: inboxId, mailbox: name, ...trouble }, 'letters not fetched');
        await database.write((tx) => noteContact(tx, inboxId, 'imap', trouble)).catch(() => {});
        const wait = pauses[Math.min(failures++, pauses.length - 1)] ?? 0;
        await clock.pause(wait * (0.75 + Math.random() / 2), signal);
      }
    }
  }

  async function keepLooking(): Promise<void> {
    while (!stopped.signal.aborted) {
      await look().catch((error) => log.error({ err: error }, 'inboxes not looked at'));
      await clock.pause(beat, stopped.signal);
    }
  }

  const looking = keepLooking();
  return {
    async stop() {
      stopped.abort();
      await looking;
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
      await database.write((tx) => releaseInboxes(tx, nodeId)).catch(() => {});
    },
  };
}
