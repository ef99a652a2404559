import type { Reader } from '../../platform/database/database.ts';
import { soonestDue } from './ticket-store.ts';

/** Promises are noted by whoever measures them soon after a ticket is opened, not with it: for so many milliseconds it is not known whether there is one. */
const notedWithin = 15_000;

/**
 * When the soonest promise on the open tickets of conversations is due. Null where a ticket was opened just now and what it promises is not
 * known yet; absent where nothing is promised.
 */
export async function soonestPromises(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, Date | null>> {
  const due = await soonestDue(reader, conversationIds);
  return new Map(
    [...due].flatMap(([id, { dueAt, unnotedSince }]): Array<[string, Date | null]> => {
      if (unnotedSince && reader.now.getTime() - unnotedSince.getTime() < notedWithin) return [[id, null]];
      return dueAt ? [[id, dueAt]] : [];
    }),
  );
}
