import {
  type AnnouncementKind,
  type AnnouncementSubscription,
  defaultLocale,
  type Locale,
} from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { maskEmail } from '../exchange/index.ts';
import { customerEmail, hasProvenAddress, readCustomers } from '../people/index.ts';
import { subscriptionChanged } from './events.ts';
import { confirmJob } from './jobs.ts';
import {
  countAsked,
  findSubscription,
  putSubscription,
  type SubscriptionRecord,
} from './subscription-store.ts';
import { readConfirmToken, readStopToken } from './subscription-token.ts';

/** Whoever typed somebody's address has one letter sent there in so many milliseconds; all together so many in a day. */
const askAgain = 10 * 60_000;
const day = 24 * 3_600_000;
const askedADay = 3;

/** What a customer is sent of announcements, and whether their address may be written to. */
export async function viewSubscription(
  reader: Reader,
  customerId: string,
): Promise<AnnouncementSubscription> {
  const record = await findSubscription(reader, customerId);
  const email = await customerEmail(reader, customerId);
  const proven = await hasProvenAddress(reader, customerId);
  const locale = (await readCustomers(reader, [customerId])).get(customerId)?.locale ?? defaultLocale;
  return {
    kinds: [...(record?.kinds ?? [])],
    locale: record?.locale ?? locale,
    state: stateOf(record, email, proven),
    email: email === null ? null : maskEmail(email),
    since: record?.since?.toISOString() ?? null,
  };
}

function stateOf(
  record: SubscriptionRecord | undefined,
  email: string | null,
  proven: boolean,
): AnnouncementSubscription['state'] {
  if (!record || record.kinds.length === 0 || email === null) return 'none';
  const address = email.toLowerCase();
  if (record.suppressedAddress === address) return 'suppressed';
  return proven || record.confirmedAddress === address ? 'active' : 'unconfirmed';
}

/**
 * A customer says what they wish to be sent. An address that nobody vouches for is asked by a letter. Who wishes it anew is tried anew, also where the mail
 * server has once said that there is no such address. Throws `announcement.no_address`, `request.rate_limited`.
 */
export async function subscribe(
  { database, jobs }: Pick<Platform, 'database' | 'jobs'>,
  actor: CustomerActor,
  { kinds, locale }: { kinds: readonly AnnouncementKind[]; locale: Locale },
): Promise<void> {
  await database.write(async (tx) => {
    const before = await findSubscription(tx, actor.id);
    const email = await customerEmail(tx, actor.id);
    if (email === null && kinds.length > 0) throw fail('announcement.no_address');
    const confirmed = email !== null && before?.confirmedAddress === email.toLowerCase();
    const mustAsk = kinds.length > 0 && !confirmed && !(await hasProvenAddress(tx, actor.id));
    const wait = mustAsk && before?.askedAt ? before.askedAt.getTime() + askAgain - tx.now.getTime() : 0;
    if (wait > 0) throw fail('request.rate_limited', { seconds: Math.ceil(wait / 1000) });
    if (mustAsk && email !== null) {
      const asked = await countAsked(tx, email, new Date(tx.now.getTime() - day));
      if (asked >= askedADay) throw fail('request.rate_limited', { seconds: day / 1000 });
    }
    await putSubscription(tx, {
      customerId: actor.id,
      kinds: [...new Set(kinds)],
      locale,
      since: kinds.length === 0 ? null : (before?.since ?? tx.now),
      confirmedAddress: before?.confirmedAddress ?? null,
      askedAt: mustAsk ? tx.now : (before?.askedAt ?? null),
      askedAddress: mustAsk ? (email?.toLowerCase() ?? null) : (before?.askedAddress ?? null),
      suppressedAddress: null,
    });
    const payload = { kinds: [...kinds], by: 'portal' as const };
    await announce(tx, subscriptionChanged, { subjectId: actor.id, actor, payload });
    if (mustAsk) await jobs.enqueue(tx, confirmJob, { customerId: actor.id });
  });
}

/** The holder of an address says that it is theirs. Throws `access.link_expired`, also where the customer has another address by now. */
export async function confirmAddress(
  { database, keys, clock }: Pick<Platform, 'database' | 'keys' | 'clock'>,
  token: string,
): Promise<void> {
  const read = readConfirmToken(keys, token, clock.now());
  if (!read) throw fail('access.link_expired');
  await database.write(async (tx) => {
    const record = await findSubscription(tx, read.customerId);
    const email = record && (await customerEmail(tx, read.customerId));
    if (!record || !email || !read.isFor(email)) throw fail('access.link_expired');
    await putSubscription(tx, { ...record, confirmedAddress: email.toLowerCase() });
  });
}

/** Ends the announcements of the kind that a letter was about, or all. Throws `access.link_expired`. */
export async function stopAnnouncements(
  { database, keys }: Pick<Platform, 'database' | 'keys'>,
  token: string,
  all: boolean,
): Promise<void> {
  const read = readStopToken(keys, token);
  if (!read) throw fail('access.link_expired');
  const { customerId, kind } = read;
  await database.write(async (tx) => {
    const record = await findSubscription(tx, customerId);
    if (!record) return;
    const kinds = all ? [] : record.kinds.filter((it) => it !== kind);
    if (kinds.length === record.kinds.length) return;
    await putSubscription(tx, { ...record, kinds, since: kinds.length === 0 ? null : record.since });
    const actor = { type: 'system', name: 'link' } as const;
    const payload = { kinds, by: 'link' as const };
    await announce(tx, subscriptionChanged, { subjectId: customerId, actor, payload });
  });
}
