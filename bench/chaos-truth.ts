import { join } from 'node:path';
import { startEmbeddedPostgres } from '@fairlead/server/testing';
import { Pool } from 'pg';
import type { ChaosAgent, ChaosCustomer } from './chaos-people.ts';
import type { ChaosPerson, Seen } from './chaos-person.ts';

/** What the database holds in the end, beside what people were told and saw. */
export interface Verdict {
  lost: number;
  doubled: number;
  gaps: number;
  /** Messages that were compared, one for each screen that they were on. */
  compared: number;
  /** What does not agree, a line each. */
  problems: string[];
  eventsWaiting: number;
}

interface Row {
  conversation_id: string;
  id: string;
  seq: number;
  public_seq: number | null;
  kind: string;
  body: string;
}

/** Opens the database of a server that has stopped, and compares. */
export async function compareWithDatabase(
  dataDirectory: string,
  customers: readonly ChaosCustomer[],
  agents: readonly ChaosAgent[],
): Promise<Verdict> {
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(dataDirectory, 'postgres'),
    log: () => {},
  });
  const pool = new Pool({ connectionString: postgres.connectionString });
  const { rows } = await pool.query<Row>(
    'select conversation_id, id, seq, public_seq, kind, body from messages order by conversation_id, seq',
  );
  const waiting = await pool.query<{ count: number }>('select count(*)::int as count from event_outbox');
  await pool.end();
  await postgres.stop();

  const threads = Map.groupBy(rows, (row) => row.conversation_id);
  const forAgents = (id: string): Seen[] =>
    (threads.get(id) ?? []).map((row) => ({ id: row.id, seq: row.seq, text: row.body }));
  const forCustomers = (id: string): Seen[] =>
    (threads.get(id) ?? []).flatMap(({ id: message, public_seq: seq, body: text }) =>
      seq === null ? [] : [{ id: message, seq, text }],
    );
  const people: ChaosPerson[] = [...customers, ...agents];
  const written = Map.groupBy(
    rows.filter((row) => row.kind === 'text'),
    (row) => row.body,
  );
  return {
    lost: people.flatMap((it) => it.acknowledged).filter((said) => !written.has(said.text)).length,
    doubled: [...written.values()].filter((same) => same.length > 1).length,
    gaps: [...threads.keys()].filter((id) => hasGap(forAgents(id)) || hasGap(forCustomers(id))).length,
    compared: people.flatMap((it) => it.seen()).reduce((sum, [, messages]) => sum + messages.length, 0),
    problems: [
      ...people.flatMap((it) => it.contradictions),
      ...customers.flatMap((it) => [...differences(it, forCustomers), ...outOfOrder(it, forCustomers)]),
      ...agents.flatMap((it) => differences(it, forAgents)),
    ],
    eventsWaiting: waiting.rows[0]?.count ?? 0,
  };
}

const hasGap = (messages: readonly Seen[]) => messages.some(({ seq }, index) => seq !== index + 1);

/** Where what somebody saw is not, message by message, what is written. */
function differences(person: ChaosPerson, truth: (conversationId: string) => Seen[]): string[] {
  return person.seen().flatMap(([id, seen]) => {
    const lines = (messages: readonly Seen[]) => messages.map((it) => `${it.seq} ${it.id} ${it.text}`);
    const [theirs, ours] = [lines(seen), lines(truth(id))];
    const at = ours.findIndex((line, index) => theirs[index] !== line);
    if (at < 0 && theirs.length === ours.length) return [];
    return [
      `${person.name} saw ${theirs.length} of ${ours.length} messages in ${id}, first other at ${at + 1}`,
    ];
  });
}

/** A customer's messages must stand in the order in which they were said. */
function outOfOrder(customer: ChaosCustomer, truth: (conversationId: string) => Seen[]): string[] {
  const said = customer.acknowledged.map((it) => it.text);
  const own = new Set(said);
  const stand = truth(customer.conversationId)
    .map((it) => it.text)
    .filter((text) => own.has(text));
  return JSON.stringify(stand) === JSON.stringify(said) ? [] : [`${customer.name} stands in another order`];
}
