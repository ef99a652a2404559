import type { Recovery } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { agentName, readCustomers } from '../../people/index.ts';
import { readTickets } from '../../tickets/index.ts';
import { needsTwo, proofsOf, provenAt, type RecoveryRecord } from './ladder.ts';

/** Recoveries as agents see them, with the names of who is in it. */
export async function presentRecoveries(
  reader: Reader,
  records: readonly RecoveryRecord[],
): Promise<Recovery[]> {
  const customers = await readCustomers(reader, [
    ...new Set(records.flatMap((it) => [it.claimantId, ...(it.holderId ? [it.holderId] : [])])),
  ]);
  const tickets = await readTickets(
    reader,
    records.map((it) => it.ticketId),
  );
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  const names = new Map<string, string>();
  for (const it of records)
    for (const id of [it.firstBy, it.decidedBy, ...it.notes.map(({ by }) => by)])
      if (id && !names.has(id)) names.set(id, (await agentName(reader, id)) ?? '');
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return records.map((it) => {
    const claimant = customers.get(it.claimantId);
    return {
      id: it.id,
      ticket: { id: it.ticketId, number: numbers.get(it.ticketId) ?? 0 },
      uid: it.uid,
      holder: it.holderId ? { id: it.holderId, name: customers.get(it.holderId)?.name ?? null } : null,
      claimant: { id: it.claimantId, name: claimant?.name ?? null },
      lost: [...it.lost],
      tier: it.tier,
      reasons: [...it.reasons],
      contested: it.contested,
      needsTwo: needsTwo(it),
      proofs: proofsOf(it).map((proof) => ({ proof, at: provenAt(it, proof)?.toISOString() ?? null })),
      state: it.state,
      requestedAt: it.requestedAt.toISOString(),
      firstBy: it.firstBy === null ? null : person(it.firstBy),
      decidedBy: it.decidedBy === null ? null : person(it.decidedBy),
      notes: it.notes.map(({ by, at, text }) => ({ by: person(by), at, text })),
      until: it.until?.toISOString() ?? null,
    };
  });
}
