import { activityTries, type OtherRecovery, type Recovery } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { agentName, readCustomers } from '../../people/index.ts';
import { readTickets } from '../../tickets/index.ts';
import {
  grantedShortlyBefore,
  isOpen,
  needsTwo,
  presentProofs,
  type RecoveryRecord,
  rememberGrant,
} from './ladder.ts';
import { listGrantedOf, listOpenOf } from './recovery-store.ts';

/** Recoveries as agents see them, with the names of who is in it, and with others of the same accounts. */
export async function presentRecoveries(
  reader: Reader,
  records: readonly RecoveryRecord[],
): Promise<Recovery[]> {
  const open = records.filter(isOpen);
  const uids = [...new Set(open.map((it) => it.uid))];
  const begun = Math.min(...open.map((it) => it.requestedAt.getTime()), reader.now.getTime());
  const others = [
    ...(await listOpenOf(reader, uids)),
    ...(await listGrantedOf(reader, uids, new Date(begun - rememberGrant))),
  ];
  const all = [...records, ...others];
  const customers = await readCustomers(reader, [
    ...new Set(all.flatMap((it) => [it.claimantId, ...(it.holderId ? [it.holderId] : [])])),
  ]);
  const tickets = await readTickets(
    reader,
    all.map((it) => it.ticketId),
  );
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  const names = new Map<string, string>();
  for (const it of records)
    for (const id of [it.firstBy, it.decidedBy, ...it.notes.map(({ by }) => by)])
      if (id && !names.has(id)) names.set(id, (await agentName(reader, id)) ?? '');
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const brief = (it: RecoveryRecord): OtherRecovery => ({
    id: it.id,
    ticket: { id: it.ticketId, number: numbers.get(it.ticketId) ?? 0 },
    claimant: { id: it.claimantId, name: customers.get(it.claimantId)?.name ?? null },
    state: it.state,
    requestedAt: it.requestedAt.toISOString(),
    grantedAt: it.grantedAt?.toISOString() ?? null,
  });
  return records.map((it) => {
    const same = isOpen(it) ? others.filter(({ uid, id }) => uid === it.uid && id !== it.id) : [];
    const earlier = same.find((other) => grantedShortlyBefore(other, it));
    return {
      ...brief(it),
      uid: it.uid,
      holder: it.holderId ? { id: it.holderId, name: customers.get(it.holderId)?.name ?? null } : null,
      lost: [...it.lost],
      tier: it.tier,
      reasons: [...it.reasons],
      contested: it.contested,
      needsTwo: needsTwo(it),
      rivals: same.filter(isOpen).map(brief),
      earlier: earlier ? brief(earlier) : null,
      proofs: presentProofs(it),
      triesLeft: activityTries - it.activityTries,
      firstBy: it.firstBy === null ? null : person(it.firstBy),
      decidedBy: it.decidedBy === null ? null : person(it.decidedBy),
      notes: it.notes.map(({ by, at, text }) => ({ by: person(by), at, text })),
      until: it.until?.toISOString() ?? null,
    };
  });
}
