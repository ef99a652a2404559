import type { CustomerMessage } from '@fairlead/contract';
import { sameDay } from '../text/moments.ts';
import type { Pending } from './pending.ts';

/** One message in a group: stored, or still on its way. */
export type Entry =
  | { key: string; at: string; message: CustomerMessage }
  | { key: string; at: string; pending: Pending };

/** What a thread shows, from top to bottom. */
export type Row =
  | { is: 'day'; key: string; at: string }
  | { is: 'system'; key: string; message: CustomerMessage }
  | { is: 'group'; key: string; mine: boolean; author: CustomerMessage['author'] | null; entries: Entry[] };

/** Messages of one author so close together belong together. */
const together = 5 * 60_000;

/** Puts days between days and gathers what one author wrote in one go. What has been echoed already is not shown twice. */
export function threadRows(messages: readonly CustomerMessage[], pending: readonly Pending[]): Row[] {
  const rows: Row[] = [];
  let before: string | undefined;
  const dayBefore = (at: string) => {
    if (before === undefined || !sameDay(before, at)) rows.push({ is: 'day', key: `day ${at}`, at });
    before = at;
  };
  const add = (entry: Entry, mine: boolean, author: CustomerMessage['author'] | null) => {
    dayBefore(entry.at);
    const group = rows.at(-1);
    const last = group?.is === 'group' ? group.entries.at(-1) : undefined;
    const sameAuthor =
      group?.is === 'group' && group.mine === mine && (mine || group.author?.id === author?.id);
    if (group?.is === 'group' && last && sameAuthor && Date.parse(entry.at) - Date.parse(last.at) < together)
      group.entries.push(entry);
    else rows.push({ is: 'group', key: entry.key, mine, author, entries: [entry] });
  };
  for (const message of messages) {
    const { id, seq, kind, author, createdAt } = message;
    if (kind === 'system') {
      dayBefore(createdAt);
      rows.push({ is: 'system', key: id, message });
    } else add({ key: `${seq}`, at: createdAt, message }, author.type === 'customer', author);
  }
  const stored = new Set(messages.map(({ id }) => id));
  for (const it of pending) {
    if (it.echoId !== null && stored.has(it.echoId)) continue;
    // This device's clock may be wrong: what is new stands below what is stored.
    const at = before && Date.parse(it.createdAt) < Date.parse(before) ? before : it.createdAt;
    add({ key: it.key, at, pending: it }, true, null);
  }
  return rows;
}
