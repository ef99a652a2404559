import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../platform/platform.ts';
import { organisationName } from '../channels/index.ts';
import { antiPhishingCodeAt } from '../people/index.ts';
import type { AnnouncementRecord, EditionRecord } from './announcement.ts';
import { findAnnouncement, listEditions } from './announcement-store.ts';
import { composeAnnouncementLetter, type LetterGround } from './compose-announcement-letter.ts';
import { findGathering, type Gathering } from './gathering-store.ts';
import { lettersJob } from './jobs.ts';
import { nextWait, refusalOf } from './letter-rules.ts';
import {
  type DueLetter,
  freeLetters,
  hasDueLetters,
  type LetterOutcome,
  saveOutcomes,
  takeDueLetters,
} from './letter-store.ts';
import { suppressAddress } from './subscription-store.ts';
import { makeStopToken } from './subscription-token.ts';
import type { AssetCheck } from './uses-asset.ts';

/** A run ends after so many milliseconds and orders the next: a job must not be taken for lost. */
const runFor = 60_000;
/** Letters in one batch: what a crash may send a second time. */
const largestBatch = 200;
/** A letter that is with the mail server for so long is left over from a node that is gone. */
const leftOver = 10 * 60_000;
/** Letters that were taken before it are left over. */
export const takenBefore = (now: Date): Date => new Date(now.getTime() - leftOver);

type Ground = Pick<
  Platform,
  'clock' | 'database' | 'config' | 'jobs' | 'keys' | 'log' | 'mail' | 'publicUrl'
>;
interface Told {
  readonly record: AnnouncementRecord;
  readonly editions: readonly EditionRecord[];
  readonly gathering: Gathering | undefined;
}

/**
 * Sends the letters that are due, no faster than ANNOUNCEMENT_LETTERS_PER_SECOND, batch by batch. A letter is noted before and after it leaves: each leaves
 * once, and only those of a batch during which a node dies may leave twice, under the same Message-ID.
 */
export async function sendLetters(platform: Ground, uses: AssetCheck): Promise<void> {
  const { database, config, jobs, mail, clock } = platform;
  // Without a mail server they wait: they may leave later.
  if (!mail.configured) return;
  const perSecond = config.ANNOUNCEMENT_LETTERS_PER_SECOND;
  const began = performance.now();
  const ground = { organisation: await organisationName(database.reader()), publicUrl: platform.publicUrl };
  const known = new Map<string, Told>();
  await database.write((tx) => freeLetters(tx, takenBefore(tx.now)));
  while (performance.now() - began < runFor) {
    const batchBegan = performance.now();
    const letters = await database.write((tx) => takeDueLetters(tx, Math.min(perSecond, largestBatch)));
    if (letters.length === 0) break;
    await learn(platform, known, letters);
    const outcomes = await Promise.all(letters.map((it) => sendOne(platform, ground, uses, known, it)));
    await database.write(async (tx) => {
      await saveOutcomes(tx, outcomes);
      for (const { letter, noSuchAddress } of outcomes)
        if (noSuchAddress && letter.email) await suppressAddress(tx, letter.customerId, letter.email);
    });
    const rest = (letters.length / perSecond) * 1000 - (performance.now() - batchBegan);
    if (rest > 0) await pause(rest);
  }
  // What is due later is ordered when it is: an order that waits would keep out those for what comes between.
  if (await hasDueLetters(database.reader(), takenBefore(clock.now())))
    await database.write((tx) => jobs.enqueue(tx, lettersJob, {}));
}

/** Reads what the letters of a batch are about; what is corrected or withdrawn meanwhile is read anew with the next. */
async function learn(
  { database }: Ground,
  known: Map<string, Told>,
  letters: readonly DueLetter[],
): Promise<void> {
  known.clear();
  for (const id of new Set(letters.map((it) => it.announcementId))) {
    const reader = database.reader();
    const record = await findAnnouncement(reader, id);
    if (!record) continue;
    const gathering = await findGathering(reader, id);
    known.set(id, { record, gathering, editions: await listEditions(reader, id) });
  }
}

/**
 * The asset that the customer of a letter must use, where that is not known yet. Who was told before is told of the correction and the withdrawal, whatever
 * they use by now.
 */
function whoMustUse({ gathering }: Told, { audience }: EditionRecord, letter: DueLetter) {
  if (gathering)
    return gathering.foundBy === 'moves' && letter.edition === gathering.edition ? gathering : null;
  return letter.edition === 1 && audience.who === 'asset' ? audience : null;
}

async function sendOne(
  platform: Ground,
  ground: LetterGround,
  uses: AssetCheck,
  known: ReadonlyMap<string, Told>,
  letter: DueLetter,
): Promise<LetterOutcome & { noSuchAddress?: boolean }> {
  const { clock, database, keys, mail } = platform;
  const { customerId, email: to, locale } = letter;
  const skipped = { letter, state: 'skipped', error: null, dueAt: null } as const;
  const told = known.get(letter.announcementId);
  const edition = told?.editions.find((it) => it.edition === Math.min(letter.edition, told.record.edition));
  if (!told || !edition || to === null) return skipped;
  const withdrawn = letter.edition > told.record.edition;
  // It was withdrawn, or corrected, since it was ordered.
  if (!withdrawn && (told.record.withdrawnAt || letter.edition < told.record.edition)) return skipped;
  try {
    const of = whoMustUse(told, edition, letter);
    if (of && !(await uses(customerId, of))) return skipped;
    const code = letter.coded ? await antiPhishingCodeAt(database.reader(), keys, customerId, to) : null;
    const stopToken = makeStopToken(keys, customerId, edition.kind);
    const made = composeAnnouncementLetter(ground, told.record, edition, withdrawn, {
      customerId,
      to,
      locale,
      code,
      stopToken,
    });
    if (!made) return skipped;
    await mail.send(made);
    return { letter, state: 'sent', error: null, dueAt: null };
  } catch (error) {
    const { again, noSuchAddress, words } = refusalOf(error);
    const wait = again ? nextWait(letter.attempts) : null;
    if (wait === null) return { letter, state: 'failed', error: words, dueAt: null, noSuchAddress };
    return { letter, state: 'waiting', error: words, dueAt: new Date(clock.now().getTime() + wait * 1000) };
  }
}
