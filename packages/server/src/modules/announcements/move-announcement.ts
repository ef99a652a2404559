import { announcementPost, announcementPostLength, localeNames } from '@fairlead/contract';
import { weightedLength } from '@fairlead/contract/weighted-length';
import type { Actor, AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf, readInbox } from '../channels/index.ts';
import { type AnnouncedFact, noteAnnounced } from '../tickets/index.ts';
import type { AnnouncementRecord, TextRecord } from './announcement.ts';
import { announcementAddress } from './announcement-address.ts';
import {
  deleteTexts,
  insertEdition,
  listEditions,
  putText,
  readTexts,
  saveAnnouncement,
} from './announcement-store.ts';
import { announcementMoved } from './events.ts';
import { insertGathering } from './gathering-store.ts';
import { gatherJob, lettersJob, postJob } from './jobs.ts';
import { orderLetters, orderWithdrawals } from './letter-store.ts';
import { awaitPosts, readPosts } from './post-store.ts';
import { announcementWords } from './say-announcement.ts';
import { type Move, mayApprove, stateAfter } from './state-rules.ts';
import { trackersOf } from './tracker-store.ts';
import { lockAsSeen } from './write-announcement.ts';

type Ground = Pick<Platform, 'database' | 'jobs' | 'live' | 'publicUrl'>;

type MoveOfAgents = Exclude<Move, 'edit' | 'remove'>;

/** What an agent does with an announcement besides writing it. Throws what the rules refuse, and what `lockAsSeen` does. */
export async function moveAnnouncement(
  platform: Ground,
  actor: AgentActor,
  id: string,
  version: number,
  move: MoveOfAgents,
): Promise<void> {
  await platform.database.write((tx) => moveWithin(tx, platform, actor, { id, version, move }));
}

/** The same in a transaction that is open. */
export async function moveWithin(
  tx: Tx,
  ground: Omit<Ground, 'database'>,
  actor: AgentActor,
  { id, version, move }: { id: string; version: number; move: MoveOfAgents },
): Promise<void> {
  const record = await lockAsSeen(tx, id, version, move);
  const texts = (await readTexts(tx, [id])).get(id) ?? [];
  switch (move) {
    case 'submit': {
      await mustBeReady(tx, ground, record, texts);
      const authors = [...new Set([...record.authors, actor.id])];
      return moved(tx, actor, { ...record, authors }, move);
    }
    case 'approve':
      if (!mayApprove(record.authors, actor.id)) throw fail('announcement.own_change');
      mustBeAhead(record, tx.now);
      return moved(tx, actor, { ...record, approvedBy: actor.id }, move);
    case 'take_back':
    case 'send_back':
      return moved(tx, actor, { ...record, approvedBy: null }, move);
    case 'publish':
      return publish(tx, ground, actor, record, texts);
    case 'correct':
      return moved(tx, actor, { ...record, authors: [], approvedBy: null, publishAt: null }, move);
    case 'drop':
      return drop(tx, actor, record, texts);
    case 'withdraw':
      return withdraw(tx, ground, actor, record);
  }
}

async function moved(tx: Tx, actor: Actor, record: AnnouncementRecord, move: Move): Promise<void> {
  const to = stateAfter(record, move);
  if (to === null) throw fail('announcement.state_refused');
  const edition = move === 'publish' ? record.edition + 1 : record.edition;
  await saveAnnouncement(tx, {
    ...record,
    state: to,
    edition,
    version: record.version + 1,
    updatedAt: tx.now,
    publishedAt: move === 'publish' ? (record.publishedAt ?? tx.now) : record.publishedAt,
    withdrawnAt: move === 'withdraw' ? tx.now : null,
  });
  const payload = { move, from: record.state, to, edition };
  await announce(tx, announcementMoved, { subjectId: record.id, actor, payload });
}

/** Makes the next edition and orders all that follows from it. What is scheduled comes here by itself. */
export async function publish(
  tx: Tx,
  { jobs, live }: Pick<Platform, 'jobs' | 'live'>,
  actor: Actor,
  record: AnnouncementRecord,
  texts: readonly TextRecord[],
): Promise<void> {
  const edition = record.edition + 1;
  await insertEdition(tx, {
    ...record,
    announcementId: record.id,
    edition,
    texts: texts.map(({ locale, title, summary, body, pictureAlt }) => ({
      locale,
      title,
      summary,
      body,
      pictureAlt,
    })),
    publishedAt: tx.now,
  });
  await moved(tx, actor, record, 'publish');
  await tellTrackers(tx, live, actor, record, edition > 1 ? 'corrected' : 'published');
  await orderPosts(tx, jobs, record.id);
  if (!record.email) return;
  const { audience } = record;
  if (audience.who === 'asset' && edition === 1) {
    // Whom it concerns the exchange says, and may take its time.
    await insertGathering(tx, { ...audience, announcementId: record.id });
    await jobs.enqueue(tx, gatherJob, { announcementId: record.id });
    return;
  }
  await orderLetters(tx, record.id, edition, record);
  await jobs.enqueue(tx, lettersJob, {});
}

/** What it is about knows of it by its time line. */
async function tellTrackers(
  tx: Tx,
  live: Ground['live'],
  actor: Actor,
  { id, kind }: AnnouncementRecord,
  did: AnnouncedFact['did'],
): Promise<void> {
  const trackers = (await trackersOf(tx, [id])).get(id) ?? [];
  await noteAnnounced(tx, { live }, actor, trackers, { announcementId: id, topic: kind, did });
}

async function orderPosts(tx: Tx, jobs: Platform['jobs'], id: string): Promise<void> {
  const at = tx.now.toISOString();
  for (const postId of await awaitPosts(tx, id)) await jobs.enqueue(tx, postJob, { postId, at });
}

async function withdraw(
  tx: Tx,
  { jobs, live }: Pick<Ground, 'jobs' | 'live'>,
  actor: AgentActor,
  record: AnnouncementRecord,
): Promise<void> {
  await moved(tx, actor, record, 'withdraw');
  await tellTrackers(tx, live, actor, record, 'withdrawn');
  await orderPosts(tx, jobs, record.id);
  await orderWithdrawals(tx, record.id, record.edition + 1);
  await jobs.enqueue(tx, lettersJob, {});
}

/** A correction is not wanted any more: the working copy says again what was published last. */
async function drop(
  tx: Tx,
  actor: AgentActor,
  record: AnnouncementRecord,
  texts: readonly TextRecord[],
): Promise<void> {
  const [last] = await listEditions(tx, record.id);
  if (!last) throw fail('announcement.state_refused');
  const gone = texts.flatMap(({ locale }) => (last.texts.some((it) => it.locale === locale) ? [] : [locale]));
  if (gone.length > 0) await deleteTexts(tx, record.id, gone);
  for (const text of last.texts)
    await putText(tx, record.id, { ...text, state: 'reviewed', changedBy: actor.id, changedAt: tx.now });
  const { kind, audience, helpCenter, banner, bannerUntil, articleIds, pictureId, approvedBy } = last;
  const restored = { kind, audience, helpCenter, banner, bannerUntil, articleIds, pictureId, approvedBy };
  await moved(tx, actor, { ...record, ...restored, authors: [] }, 'drop');
}

function mustBeAhead({ publishAt }: AnnouncementRecord, now: Date): void {
  if (publishAt !== null && publishAt <= now) throw fail('announcement.schedule_past');
}

/**
 * Whether it can be sent as it is. Throws `announcement.not_reviewed`, `announcement.picture_unsaid`, `announcement.text_missing` for a post without a text in its language,
 * `announcement.too_long`, `announcement.schedule_past`, `announcement.goes_nowhere`.
 */
async function mustBeReady(
  tx: Tx,
  { publicUrl }: Pick<Ground, 'publicUrl'>,
  record: AnnouncementRecord,
  texts: readonly TextRecord[],
): Promise<void> {
  const posts = (await readPosts(tx, [record.id])).get(record.id) ?? [];
  if (!record.helpCenter && !record.banner && !record.email && posts.length === 0)
    throw fail('announcement.goes_nowhere');
  const open = texts.filter((it) => it.state !== 'reviewed').map((it) => localeNames[it.locale]);
  if (open.length > 0) throw fail('announcement.not_reviewed', { languages: open.join(', ') });
  const unsaid = record.pictureId === null ? [] : texts.filter((it) => it.pictureAlt === '');
  if (unsaid.length > 0) {
    const languages = unsaid.map((it) => localeNames[it.locale]).join(', ');
    throw fail('announcement.picture_unsaid', { languages });
  }
  mustBeAhead(record, tx.now);
  for (const post of posts) {
    const text = texts.find((it) => it.locale === post.locale);
    if (!text) throw fail('announcement.text_missing', { language: localeNames[post.locale] });
    const inbox = await readInbox(tx, post.inboxId);
    const publishing = inbox?.enabled && adapterOf(inbox.channel).capabilities.publishing;
    if (!inbox || !publishing) throw fail('channels.inbox_not_found');
    const label =
      record.edition > 0 && !publishing.canRevise ? announcementWords(post.locale, 'label.corrected') : null;
    const link = record.helpCenter ? publicUrl + announcementAddress(post.locale, record.slug) : null;
    const length = announcementPostLength(
      announcementPost(text, { label, link }),
      link,
      publishing.weighted ? weightedLength : undefined,
    );
    if (length > publishing.maximumTextLength)
      throw fail('announcement.too_long', { channel: inbox.name, maximum: publishing.maximumTextLength });
  }
}
