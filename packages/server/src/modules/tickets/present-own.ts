import type { PortalTicket, PortalTicketLine, ToldBy } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findConversations } from '../conversations/index.ts';
import { shownToCustomer } from './forms/form-rules.ts';
import { readFormBook } from './forms/read-forms.ts';
import { goesOnAs } from './goes-on-as.ts';
import { changeableUntil, isUnread, mayRate, reopenUntil } from './portal-rules.ts';
import { findRating } from './portal-store.ts';
import { readWay } from './tell/read-way.ts';
import { wasRead } from './tell/tell-in-live-chat.ts';
import { lastTold } from './tell/tell-store.ts';
import type { Way } from './tell/way.ts';
import { notToldOf } from './tell/way-rules.ts';
import type { TicketRecord } from './ticket.ts';
import { readTicketSettings } from './ticket-settings.ts';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** Tickets as lines of their customer's list. */
export async function presentOwnLines(
  reader: Reader,
  records: readonly TicketRecord[],
): Promise<PortalTicketLine[]> {
  const threads = await findConversations(
    reader,
    records.flatMap(({ conversationId }) => conversationId ?? []),
  );
  return records.map((record) => {
    const { id, number, version, status, category, subject, createdAt, updatedAt } = record;
    return {
      id,
      number,
      version,
      status,
      category,
      subject,
      unread: isUnread(record, threads.get(record.conversationId ?? '')),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  });
}

/** A ticket as its customer sees it; they were let in. */
export async function presentOwn(
  reader: Reader,
  platform: Pick<Platform, 'mail'>,
  record: TicketRecord,
): Promise<PortalTicket> {
  const [line] = await presentOwnLines(reader, [record]);
  if (!line) throw new Error('a ticket has no view');
  const { choice, ...now } = await readWay(reader, platform, record);
  const last = await lastTold(reader, record.id);
  const rating = await findRating(reader, record.id);
  const { reopenDays } = await readTicketSettings(reader);
  const today = await goesOnAs(reader, record);
  return {
    ...line,
    fields: shownToCustomer(await readFormBook(reader), record.category, record.fields),
    conversationId: record.conversationId,
    solvedAt: iso(record.solvedAt),
    closedAt: iso(record.closedAt),
    reopenUntil: iso(reopenUntil(record, reopenDays, reader.now)),
    mayRate: mayRate(record, rating?.ratedAt ?? null, reader.now),
    rating: rating
      ? {
          score: rating.score,
          comment: rating.comment,
          ratedAt: rating.ratedAt.toISOString(),
          changeableUntil: changeableUntil(rating.ratedAt).toISOString(),
        }
      : null,
    tellBy: shownWay(now.way),
    notTold: last && (await wasRead(reader, record, last)) ? null : notToldOf(choice, now, last),
    mergedInto: today.id === record.id ? null : { id: today.id, number: today.number },
  };
}

/** Without who they are on the platform. */
function shownWay(way: Way | null): ToldBy | null {
  if (way?.by !== 'chat') return way;
  const { by, inboxId, channel } = way;
  return { by, inboxId, channel };
}
