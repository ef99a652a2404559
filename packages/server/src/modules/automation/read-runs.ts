import type { RuleRun, RunOutcome } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { accessTicket, ticketScopeOf } from '../tickets/index.ts';
import { presentRuns } from './present-runs.ts';
import { listRuns, type RunPlace } from './run-store.ts';

/** More than anybody reads on one ticket. */
const mostOnTicket = 200;

/** What rules did on tickets within reach, latest first. */
export async function readRuns(
  reader: Reader,
  actor: AgentActor,
  query: {
    ruleId?: string | undefined;
    outcome?: RunOutcome | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: RuleRun[]; next: string | null }> {
  const { cursor, limit, ...wanted } = query;
  const scope = await ticketScopeOf(reader, actor);
  const after = cursor ? placeOf(cursor) : null;
  const runs = await listRuns(reader, scope, wanted, { after, limit: limit + 1 });
  const shown = runs.slice(0, limit);
  const last = runs.length > limit ? shown.at(-1) : undefined;
  return { items: await presentRuns(reader, shown), next: last ? cursorOf(last) : null };
}

/** What rules did on a ticket, latest first. Throws `ticket.not_found`. */
export async function readTicketRuns(
  reader: Reader,
  actor: AgentActor,
  ticketId: string,
): Promise<{ items: RuleRun[] }> {
  await accessTicket(reader, actor, ticketId);
  const all = { agentId: actor.id, all: true, teamIds: new Set<string>() };
  const runs = await listRuns(reader, all, { ticketId }, { after: null, limit: mostOnTicket });
  return { items: await presentRuns(reader, runs) };
}

const written = z.tuple([z.iso.datetime(), z.uuid()]);

const cursorOf = ({ ranAt, id }: RunPlace) =>
  Buffer.from(JSON.stringify([ranAt.toISOString(), id])).toString('base64url');

function placeOf(cursor: string): RunPlace {
  try {
    const [at, id] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { ranAt: new Date(at), id };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
