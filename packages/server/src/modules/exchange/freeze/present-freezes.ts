import type { Freeze } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { agentName, readCustomers } from '../../people/index.ts';
import type { FreezeRecord } from './freeze-rules.ts';

/** Freezes as agents see them, with the names of who is in it. */
export async function presentFreezes(reader: Reader, records: readonly FreezeRecord[]): Promise<Freeze[]> {
  const ids = records.map((it) => it.customerId);
  const agents = new Set(records.flatMap((it) => [it.requestedBy, it.decidedBy]));
  const customers = await readCustomers(reader, [...new Set(ids)]);
  const names = new Map<string, string>();
  for (const id of agents) if (id) names.set(id, (await agentName(reader, id)) ?? '');
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return records.map((it) => {
    const customer = customers.get(it.customerId);
    return {
      id: it.id,
      customer: {
        id: it.customerId,
        name: customer?.name ?? null,
        uid: customer?.externalId ?? null,
      },
      conversationId: it.conversationId,
      reason: it.reason,
      note: it.note,
      state: it.state,
      requestedBy: person(it.requestedBy),
      requestedAt: it.requestedAt.toISOString(),
      decidedBy: person(it.decidedBy),
      decidedAt: it.decidedAt?.toISOString() ?? null,
      frozenAt: it.frozenAt?.toISOString() ?? null,
    };
  });
}
