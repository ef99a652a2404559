import { z } from 'zod';
import type { PollContext, Polled } from '../../port.ts';
import { signatureFor, signatureHeader } from './prove-request.ts';
import { xCall } from './x-call.ts';

/** How far one list has been read. */
interface Reading {
  /** All up to this id was taken. */
  readonly upTo: string | null;
  /** The newest id of the reading that is under way, and where it goes on; null between readings. */
  readonly run: { readonly newest: string; readonly token: string } | null;
}

interface List {
  readonly name: 'dm_events' | 'mentions';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Items of a page. What is listed again costs nothing on the same day, but does on the next: no more than needed. */
  readonly size: number;
  /** The API leaves out what is older by itself. */
  readonly since: boolean;
}

const page = z.object({
  data: z.array(z.looseObject({ id: z.string(), created_at: z.string().nullish() })).nullish(),
  includes: z
    .object({ users: z.array(z.unknown()).nullish(), media: z.array(z.unknown()).nullish() })
    .nullish(),
  meta: z.object({ next_token: z.string().nullish() }).nullish(),
});
type Page = z.output<typeof page>;

const media = 'media_key,type,url,variants';

const listsOf = (account: string): readonly List[] => [
  {
    name: 'dm_events',
    path: '2/dm_events',
    query: {
      event_types: 'MessageCreate',
      'dm_event.fields': 'id,text,event_type,created_at,sender_id,dm_conversation_id,attachments,entities',
      expansions: 'sender_id,attachments.media_keys',
      'media.fields': media,
    },
    size: 30,
    since: false,
  },
  {
    name: 'mentions',
    path: `2/users/${encodeURIComponent(account)}/mentions`,
    query: {
      'tweet.fields':
        'author_id,conversation_id,created_at,entities,in_reply_to_user_id,referenced_tweets,attachments,note_tweet,edit_history_tweet_ids',
      expansions: 'author_id,attachments.media_keys',
      'media.fields': media,
    },
    size: 100,
    since: true,
  },
];

/**
 * Asks for a page of the direct messages and one of the posts that mention the account, newest first, each since it was read last. What
 * fills several pages is read over several calls: only when all of it is taken the place moves on. Answers it in the form of a webhook,
 * signed as one. Throws SendError for what X refuses.
 */
export async function pollAccount({ account, place, since, ...calling }: PollContext): Promise<Polled> {
  const { credentials, signal } = calling;
  const next: Record<string, string> = {};
  const taken: Record<string, readonly unknown[]> = {};
  const along: { users: unknown[]; media: unknown[] } = { users: [], media: [] };
  let more = false;
  for (const list of listsOf(account.id ?? '')) {
    const reading = readingIn(place, list.name);
    const query = {
      ...list.query,
      max_results: String(list.size),
      ...(list.since && reading.upTo && { since_id: reading.upTo }),
      ...(reading.run && { pagination_token: reading.run.token }),
    };
    const answer = page.parse(await xCall({ method: 'GET', path: list.path, query, signal }, calling));
    const { items, reading: after } = readOn(reading, answer, since);
    if (items.length > 0) {
      taken[list.name] = items;
      along.users.push(...(answer.includes?.users ?? []));
      along.media.push(...(answer.includes?.media ?? []));
    }
    more ||= after.run !== null;
    Object.assign(next, placeOf(list.name, after));
  }
  if (Object.keys(taken).length === 0) return { requests: [], place: next, more };
  const fetched = { ...taken, includes: along };
  const body = new TextEncoder().encode(JSON.stringify({ for_user_id: account.id, fetched }));
  const headers = { [signatureHeader]: signatureFor(body, credentials.consumerSecret ?? '') };
  return { requests: [{ headers, body, place: next }], place: next, more };
}

/** What of a page is new, and how far the list is read then. The first time what is older than `since` is none of our business. */
function readOn(
  { upTo, run }: Reading,
  { data, meta }: Page,
  since: Date,
): { items: readonly unknown[]; reading: Reading } {
  const all = data ?? [];
  const isNew = ({ id, created_at }: (typeof all)[number]) =>
    upTo === null ? Date.parse(created_at ?? '') >= since.getTime() : compareIds(id, upTo) > 0;
  const items = all.filter(isNew);
  const newest = run?.newest ?? all[0]?.id ?? upTo;
  const token = items.length === all.length && items.length > 0 ? meta?.next_token : null;
  if (token && newest !== null) return { items, reading: { upTo, run: { newest, token } } };
  return { items, reading: { upTo: newest, run: null } };
}

function readingIn(place: Readonly<Record<string, string>> | null, name: List['name']): Reading {
  const [upTo, newest, token] = ['', '.newest', '.token'].map((part) => place?.[`${name}${part}`] ?? null);
  return { upTo: upTo ?? null, run: newest && token ? { newest, token } : null };
}

const placeOf = (name: List['name'], { upTo, run }: Reading): Record<string, string> => ({
  // An account that nobody wrote to yet has been read to the beginning.
  ...((upTo !== null || !run) && { [name]: upTo ?? '0' }),
  ...(run && { [`${name}.newest`]: run.newest, [`${name}.token`]: run.token }),
});

/** Ids are numbers that are longer than numbers can be. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
