import type { AlertPreferences } from '@fairlead/contract';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { customerTimeZone, type VerifiedCustomer } from '../people/index.ts';
import type { PreferenceRecord } from './alert.ts';
import { lockPreferences, savePreferences } from './preference-store.ts';
import { nextBrief } from './quiet-rules.ts';

/** How a customer is told who has not said anything of it yet. */
export const freshPreferences = async (reader: Reader, customerId: string): Promise<PreferenceRecord> => ({
  customerId,
  byChat: true,
  byEmail: true,
  timeZone: (await customerTimeZone(reader, customerId)) ?? 'UTC',
  quiet: null,
  networksThroughQuiet: true,
  brief: null,
  briefDueAt: null,
  optedInAt: null,
  stoppedAt: null,
});

/** A customer says how they are told. That they wish a brief, or anything again, is kept with its moment. */
export async function prefer(
  tx: Tx,
  customer: VerifiedCustomer,
  wish: AlertPreferences,
): Promise<PreferenceRecord> {
  const before = await lockPreferences(tx, await freshPreferences(tx, customer.id));
  const { byChat, byEmail, timeZone, quiet, networksThroughQuiet, stopped } = wish;
  const brief = wish.brief && {
    hour: wish.brief.hour,
    assets: [...new Set(wish.brief.assets.map((it) => it.toUpperCase()))],
  };
  const asBefore =
    before.briefDueAt !== null && before.brief?.hour === brief?.hour && before.timeZone === timeZone;
  const begins = (brief !== null && before.brief === null) || (before.stoppedAt !== null && !stopped);
  const after: PreferenceRecord = {
    customerId: customer.id,
    byChat,
    byEmail,
    timeZone,
    quiet,
    networksThroughQuiet,
    brief,
    briefDueAt: !brief ? null : asBefore ? before.briefDueAt : nextBrief(brief.hour, timeZone, tx.now),
    optedInAt: begins ? tx.now : before.optedInAt,
    stoppedAt: stopped ? (before.stoppedAt ?? tx.now) : null,
  };
  await savePreferences(tx, after);
  return after;
}
