import type { AnnouncementAudience, AnnouncementKind, Locale } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** A letter that is to leave: to whom, in which language, and where from they may be looked up. */
export interface DueLetter {
  readonly announcementId: string;
  readonly edition: number;
  readonly customerId: string;
  readonly attempts: number;
  /** Null for who has stopped it since, or has no proven address any more. */
  readonly email: string | null;
  readonly locale: Locale;
  /** They may have a code by which they know our letters. */
  readonly coded: boolean;
}

/** Whose address is theirs: the exchange vouches for it, or they said so by a link; and the mail server knows it. */
const reachable = sql<boolean>`c.merged_into is null and c.email is not null
  and (c.email_verified or s.confirmed_address = lower(c.email))
  and s.suppressed_address is distinct from lower(c.email)`;

const concerned = (kind: AnnouncementKind, audience: AnnouncementAudience) => {
  const of = sql<boolean>`${reachable} and s.kinds @> array[${kind}]::text[]`;
  if (audience.who === 'languages') return sql<boolean>`${of} and s.locale = any(${audience.locales})`;
  return audience.who === 'asset' ? sql<boolean>`${of} and c.external_id is not null` : of;
};

/** How many customers would be sent a letter now. */
export async function countSubscribers(
  reader: Reader,
  kind: AnnouncementKind,
  audience: AnnouncementAudience,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from announcement_subscriptions s join customers c on c.id = s.customer_id
    where ${concerned(kind, audience)}`.execute(reader.sql);
  return rows[0]?.count ?? 0;
}

/**
 * Orders the letters of an edition. The first goes to the audience; later ones to those of it whom an earlier one was to reach. What has not left of earlier
 * editions does not leave any more. `first` where an earlier one went to nobody yet. Done twice it is done once.
 */
export async function orderLetters(
  tx: Tx,
  announcementId: string,
  edition: number,
  of: { kind: AnnouncementKind; audience: AnnouncementAudience },
  first = edition === 1,
): Promise<void> {
  const earlier = first
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from announcement_letters l where l.announcement_id = ${announcementId}
          and l.edition < ${edition} and l.customer_id = s.customer_id and l.state in ('waiting', 'sending', 'sent'))`;
  await allowLong(tx);
  await sql`
    insert into announcement_letters (announcement_id, edition, customer_id, state, due_at)
    select ${announcementId}, ${edition}, s.customer_id, 'waiting', ${tx.now}
    from announcement_subscriptions s join customers c on c.id = s.customer_id
    where ${concerned(of.kind, of.audience)} and ${earlier}
    on conflict do nothing`.execute(tx.sql);
  await skipLetters(tx, announcementId, edition);
}

/** Orders letters of an edition to those of these accounts who wish to be told of its kind; answers to how many. Done twice it is done once. */
export async function orderLettersTo(
  tx: Tx,
  announcementId: string,
  of: { readonly edition: number; readonly kind: AnnouncementKind },
  uids: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into announcement_letters (announcement_id, edition, customer_id, state, due_at)
    select ${announcementId}::uuid, ${of.edition}::int, s.customer_id, 'waiting', ${tx.now}::timestamptz
    from customers c join announcement_subscriptions s on s.customer_id = c.id
    where c.external_id = any(${[...uids]}::text[]) and ${reachable} and s.kinds @> array[${of.kind}]::text[]
    on conflict do nothing`.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** Says of letters that left that it no longer holds: only those who were sent something hear of it. */
export async function orderWithdrawals(tx: Tx, announcementId: string, edition: number): Promise<void> {
  await allowLong(tx);
  await skipLetters(tx, announcementId, edition);
  await sql`
    insert into announcement_letters (announcement_id, edition, customer_id, state, due_at)
    select distinct ${announcementId}::uuid, ${edition}::int, customer_id, 'waiting', ${tx.now}::timestamptz
    from announcement_letters
    where announcement_id = ${announcementId} and edition < ${edition} and state in ('sending', 'sent')
    on conflict do nothing`.execute(tx.sql);
}

/** A row for each of a million customers takes longer than any other statement may. */
const allowLong = (tx: Tx) => sql`set local statement_timeout = '10min'`.execute(tx.sql);

async function skipLetters(tx: Tx, announcementId: string, before: number): Promise<void> {
  await tx.sql
    .updateTable('announcement_letters')
    .set({ state: 'skipped' })
    .where('announcement_id', '=', announcementId)
    .where('edition', '<', before)
    .where('state', '=', 'waiting')
    .execute();
}

/** Takes the letters that are due, oldest first: they are with the mail server from now on. One node does so at a time. */
export async function takeDueLetters(tx: Tx, limit: number): Promise<DueLetter[]> {
  const { rows } = await sql<{
    announcement_id: string;
    edition: number;
    customer_id: string;
    attempts: number;
    email: string | null;
    locale: string;
    coded: boolean;
  }>`
    with taken as (
      update announcement_letters l set state = 'sending', due_at = ${tx.now}
      from (
        select announcement_id, edition, customer_id from announcement_letters
        where state = 'waiting' and due_at <= ${tx.now}
        order by due_at limit ${limit} for update skip locked
      ) due
      where l.announcement_id = due.announcement_id and l.edition = due.edition and l.customer_id = due.customer_id
      returning l.announcement_id, l.edition, l.customer_id, l.attempts
    )
    select taken.*, s.locale, case when ${reachable} and s.kinds @> array[a.kind] then c.email end as email,
      exists (select from anti_phishing_codes k where k.customer_id = c.id) as coded
    from taken
    join announcements a on a.id = taken.announcement_id
    join customers c on c.id = taken.customer_id
    join announcement_subscriptions s on s.customer_id = taken.customer_id`.execute(tx.sql);
  return rows.map((row) => ({
    announcementId: row.announcement_id,
    edition: row.edition,
    customerId: row.customer_id,
    attempts: row.attempts,
    email: row.email,
    locale: row.locale as Locale,
    coded: row.coded,
  }));
}

/** What came of letters. `dueAt` for those that wait again. */
export interface LetterOutcome {
  readonly letter: DueLetter;
  readonly state: 'sent' | 'failed' | 'skipped' | 'waiting';
  readonly error: string | null;
  readonly dueAt: Date | null;
}

export async function saveOutcomes(tx: Tx, outcomes: readonly LetterOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`
    update announcement_letters l
    set state = o.state, error = o.error, attempts = l.attempts + 1, due_at = coalesce(o.due_at, l.due_at)
    from unnest(
      ${outcomes.map((it) => it.letter.announcementId)}::uuid[],
      ${outcomes.map((it) => it.letter.edition)}::int[],
      ${outcomes.map((it) => it.letter.customerId)}::uuid[],
      ${outcomes.map((it) => it.state)}::text[],
      ${outcomes.map((it) => it.error)}::text[],
      ${outcomes.map((it) => it.dueAt?.toISOString() ?? null)}::timestamptz[]
    ) as o (announcement_id, edition, customer_id, state, error, due_at)
    where l.announcement_id = o.announcement_id and l.edition = o.edition and l.customer_id = o.customer_id`.execute(
    tx.sql,
  );
}

/** Letters that were with the mail server when their node went away: they are sent once more, under the same name. */
export async function freeLetters(tx: Tx, takenBefore: Date): Promise<void> {
  await tx.sql
    .updateTable('announcement_letters')
    .set({ state: 'waiting' })
    .where('state', '=', 'sending')
    .where('due_at', '<', takenBefore)
    .execute();
}

/** Whether letters are due, or have been with the mail server since before a moment. */
export async function hasDueLetters(reader: Reader, takenBefore: Date): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('announcement_letters')
    .select('edition')
    .where((of) =>
      of.or([
        of.and([of('state', '=', 'waiting'), of('due_at', '<=', reader.now)]),
        of.and([of('state', '=', 'sending'), of('due_at', '<', takenBefore)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those that have failed wait again; answers how many. What was corrected or withdrawn since is skipped when its turn comes. */
export async function awaitFailedLetters(tx: Tx, announcementId: string): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('announcement_letters')
    .set({ state: 'waiting', attempts: 0, due_at: tx.now })
    .where('announcement_id', '=', announcementId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface LetterCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
  readonly error: string | null;
}

/** How the letters of an announcement's last edition, or of its withdrawal, stand; null where there are none. */
export async function countLetters(reader: Reader, announcementId: string): Promise<LetterCounts | null> {
  const { rows } = await sql<{ state: string; count: number; error: string | null }>`
    select state, count(*) as count, max(error) filter (where state in ('failed', 'waiting')) as error
    from announcement_letters
    where announcement_id = ${announcementId}
      and edition = (select max(edition) from announcement_letters where announcement_id = ${announcementId})
    group by state`.execute(reader.sql);
  if (rows.length === 0) return null;
  const of = (state: string) => rows.find((it) => it.state === state)?.count ?? 0;
  return {
    waiting: of('waiting') + of('sending'),
    sent: of('sent'),
    failed: of('failed'),
    skipped: of('skipped'),
    error: rows.find((it) => it.error !== null)?.error ?? null,
  };
}

/** Of these announcements those of whose posts or letters some have failed. */
export async function findTroubled(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${ids}::uuid[]) as given (id)
    where exists (select from announcement_posts p where p.announcement_id = given.id and p.state = 'failed')
       or exists (select from announcement_letters l where l.announcement_id = given.id and l.state = 'failed')`.execute(
    reader.sql,
  );
  return new Set(rows.map(({ id }) => id));
}
