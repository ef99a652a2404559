import { endpoints, type Locale } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readAgentCards } from '../../people/index.ts';
import { writeFact } from '../facts/live-facts.ts';
import { decideFinding, listFindings } from './drift-store.ts';
import type { Watched } from './notice-drift.ts';
import type { DriftWatch } from './watch-drift.ts';

const { helpInsight } = endpoints;
const mostLines = 200;

const written = (fact: Watched, locale: Locale): string =>
  fact.kind === 'gate' ? (fact.open ? 'open' : 'suspended') : writeFact(fact, locale);

/** What quotes a figure as it was, for those who write. */
export function driftRoutes({ database, http }: Platform, watch: DriftWatch): void {
  http.route(helpInsight.drift, async ({ query }) => {
    const reader = database.reader();
    const findings = await listFindings(reader, query.state === 'open' ? 'open' : null, mostLines);
    const ids = findings.flatMap((it) => it.decidedBy ?? []);
    const cards = await readAgentCards(reader, [...new Set(ids)]);
    return {
      items: findings.map(({ before, after, foundAt, decidedBy, decidedAt, ...it }) => ({
        ...it,
        before: written(before, it.locale),
        after: written(after, it.locale),
        gate: after.kind === 'gate' ? (after.open ? ('open' as const) : ('suspended' as const)) : null,
        foundAt: foundAt.toISOString(),
        decidedBy: cards.get(decidedBy ?? '')?.name ?? null,
        decidedAt: decidedAt?.toISOString() ?? null,
      })),
    };
  });
  http.route(helpInsight.decideDrift, async ({ caller, params, body }) => {
    const decided = await database.write((tx) => decideFinding(tx, params.id, body.state, caller.id));
    if (!decided) throw fail('request.not_found');
  });
  http.route(helpInsight.lookForDrift, () => watch.look());
}
