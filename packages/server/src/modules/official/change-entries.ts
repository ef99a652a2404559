import {
  maximumOfficialEntries,
  type OfficialEntry,
  type OfficialEntryBody,
  type OfficialStanding,
} from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { type EntryKey, readEntry, readEntryLine } from './check/read-entry.ts';
import { officialEntryChanged } from './events.ts';
import { countEntries, hasOfficialHandle, lockEntry, lockEntryOf, putEntry } from './official-store.ts';

type Words = Pick<OfficialEntryBody, 'standing' | 'label' | 'note' | 'subdomains'>;

/** Adds an entry, which counts at once. Throws `official.value_invalid`, `official.taken`, `official.too_many`. */
export async function addEntry(tx: Tx, actor: Actor, body: OfficialEntryBody): Promise<OfficialEntry> {
  const key = readEntry(body.value, body);
  if (!key) throw fail('official.value_invalid');
  if ((await countEntries(tx)) >= maximumOfficialEntries)
    throw fail('official.too_many', { maximum: maximumOfficialEntries });
  if (await lockEntryOf(tx, key)) throw fail('official.taken');
  return insert(tx, actor, key, body);
}

/** Adds a line each: what it is, and after a comma what it is called. What cannot be read is answered; the rest is added all the same. */
export async function importEntries(
  tx: Tx,
  actor: Actor,
  { standing, lines, subdomains }: { standing: OfficialStanding; lines: string[]; subdomains: boolean },
): Promise<{ added: number; known: number; refused: string[] }> {
  let room = maximumOfficialEntries - (await countEntries(tx));
  const result = { added: 0, known: 0, refused: [] as string[] };
  for (const line of lines.map((it) => it.trim()).filter(Boolean)) {
    const [, value = '', label = ''] = /^([^,，\t]+)(?:[,，\t](.*))?$/.exec(line) ?? [];
    const key = readEntryLine(value);
    if (!key) result.refused.push(line);
    else if (await lockEntryOf(tx, key)) result.known++;
    else {
      if (room-- <= 0) throw fail('official.too_many', { maximum: maximumOfficialEntries });
      const wide = subdomains && (key.kind === 'domain' || key.kind === 'email_domain');
      await insert(tx, actor, key, {
        standing,
        subdomains: wide,
        label: label.trim().slice(0, 120),
        note: '',
      });
      result.added++;
    }
  }
  return result;
}

/** Changes what an entry is called or covers, retires it or brings it back. Throws `request.not_found`. */
export async function updateEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  body: Omit<Words, 'standing'> & Pick<OfficialEntry, 'state'>,
): Promise<OfficialEntry> {
  const before = await lockEntry(tx, id);
  if (!before) throw fail('request.not_found');
  const hosts = before.kind === 'domain' || before.kind === 'email_domain';
  if (body.subdomains && !hosts) throw fail('official.value_invalid');
  const entry = { ...before, ...body, updatedAt: tx.now.toISOString() };
  await putEntry(tx, entry);
  const change =
    before.state === entry.state ? 'changed' : entry.state === 'retired' ? 'retired' : 'restored';
  await tell(tx, actor, entry, change);
  return entry;
}

/** Makes something a known impostor, whatever was known of it before. For what is an official entry nothing is done: `official.taken`. */
export async function markImpostor(tx: Tx, actor: Actor, key: EntryKey, note: string): Promise<void> {
  const before = await lockEntryOf(tx, key);
  if (before?.standing === 'official' && before.state === 'active') throw fail('official.taken');
  // Of whom nobody said where they are counts everywhere: also where the name is ours.
  const everywhere = key.kind === 'handle' && key.platform === null;
  if (everywhere && (await hasOfficialHandle(tx, key.value))) throw fail('official.taken');
  if (!before) {
    await insert(tx, actor, key, {
      standing: 'impostor',
      subdomains: key.kind === 'domain' || key.kind === 'email_domain',
      label: '',
      note,
    });
    return;
  }
  const entry: OfficialEntry = {
    ...before,
    standing: 'impostor',
    state: 'active',
    note: note || before.note,
    updatedAt: tx.now.toISOString(),
  };
  await putEntry(tx, entry);
  await tell(tx, actor, entry, 'restored');
}

async function insert(tx: Tx, actor: Actor, key: EntryKey, words: Words): Promise<OfficialEntry> {
  const hosts = key.kind === 'domain' || key.kind === 'email_domain';
  const moment = tx.now.toISOString();
  const entry: OfficialEntry = {
    standing: words.standing,
    label: words.label,
    note: words.note,
    subdomains: words.subdomains && hosts,
    ...key,
    id: newId(tx.now.getTime()),
    state: 'active',
    addedBy: actor.type === 'agent' ? actor.id : null,
    createdAt: moment,
    updatedAt: moment,
  };
  await putEntry(tx, entry);
  await tell(tx, actor, entry, 'added');
  return entry;
}

const tell = (
  tx: Tx,
  actor: Actor,
  { id, standing, kind }: OfficialEntry,
  change: 'added' | 'changed' | 'retired' | 'restored',
): Promise<void> =>
  announce(tx, officialEntryChanged, { subjectId: id, actor, payload: { change, standing, kind } });
