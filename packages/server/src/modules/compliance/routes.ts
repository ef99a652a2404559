import { type Compromise, endpoints } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent } from '../conversations/index.ts';
import { readAgentCards } from '../people/index.ts';
import { closeCompromise, reopenCompromise, setStep } from './change-compromise.ts';
import { type CompromiseRecord, nextOf, stateOf, stepsOf, whoDoes } from './compromise-rules.ts';
import { listCompromises } from './compromise-store.ts';

/** What is done about secrets that customers wrote down, as agents see and do it. */
export function complianceRoutes({ database, http }: Platform): void {
  const { compromises } = endpoints;

  async function present(reader: Reader, records: readonly CompromiseRecord[]): Promise<Compromise[]> {
    const ids = records.flatMap((it) => [
      it.closed?.by ?? null,
      ...Object.values(it.steps).map(({ by }) => by),
    ]);
    const cards = await readAgentCards(reader, [...new Set(ids.filter((id) => id !== null))]);
    const person = (id: string) => ({ id, name: cards.get(id)?.name ?? '' });
    return records.map((it) => ({
      exposure: it.exposure,
      state: stateOf(it),
      leakedAt: it.leakedAt.toISOString(),
      steps: stepsOf(it.exposure).map((step) => {
        const known = it.steps[step];
        const by = known?.by ?? null;
        return {
          step,
          who: whoDoes(step),
          state: known?.state ?? 'open',
          by: by === null ? null : person(by),
          at: known?.at.toISOString() ?? null,
        };
      }),
      next: nextOf(it),
      closed: it.closed && {
        outcome: it.closed.outcome,
        by: person(it.closed.by),
        at: it.closed.at.toISOString(),
      },
    }));
  }

  async function presentOne(reader: Reader, record: CompromiseRecord): Promise<Compromise> {
    const [shown] = await present(reader, [record]);
    if (!shown) throw fail('compromise.not_found');
    return shown;
  }
  const which = ({ id, exposure }: { id: string; exposure: Compromise['exposure'] }) => ({
    conversationId: id,
    exposure,
  });

  http.route(compromises.ofConversation, async ({ caller, params }) => {
    const reader = database.reader();
    const { id } = await accessForAgent(reader, caller, params.id);
    return { items: await present(reader, await listCompromises(reader, id)) };
  });
  http.route(compromises.setStep, ({ caller, params, body }) =>
    database.write(async (tx) => presentOne(tx, await setStep(tx, caller, which(params), body))),
  );
  http.route(compromises.close, ({ caller, params, body }) =>
    database.write(async (tx) =>
      presentOne(tx, await closeCompromise(tx, caller, which(params), body.outcome)),
    ),
  );
  http.route(compromises.reopen, ({ caller, params }) =>
    database.write(async (tx) => presentOne(tx, await reopenCompromise(tx, caller, which(params)))),
  );
}
