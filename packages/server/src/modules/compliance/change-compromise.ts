import type { CompromiseOutcome, CompromiseStep, Exposure, StepState } from '@fairlead/contract';
import { type Actor, type AgentActor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { accessForAgent } from '../conversations/index.ts';
import { type CompromiseRecord, closedAs, stateOf, withStep } from './compromise-rules.ts';
import { lockCompromise, lockOpenOfCustomer, saveCompromise } from './compromise-store.ts';
import { compromiseChanged } from './events.ts';

interface Which {
  readonly conversationId: string;
  readonly exposure: Exposure;
}

/** An agent says of a step that it is done, not needed, or open again. Throws `conversation.not_found`, `compromise.not_found`, `compromise.closed`. */
export async function setStep(
  tx: Tx,
  actor: AgentActor,
  which: Which,
  { step, state }: { step: CompromiseStep; state: StepState },
): Promise<CompromiseRecord> {
  const before = await lockFor(tx, actor, which);
  const after = withStep(before, step, state, { by: actor.id, at: tx.now });
  return after ? keep(tx, actor, after, { step, to: state }) : before;
}

/** An agent closes it. Throws as `setStep` does, and `compromise.steps_open`. */
export async function closeCompromise(
  tx: Tx,
  actor: AgentActor,
  which: Which,
  outcome: CompromiseOutcome,
): Promise<CompromiseRecord> {
  const before = await lockFor(tx, actor, which);
  return keep(tx, actor, closedAs(before, outcome, { by: actor.id, at: tx.now }), { outcome });
}

/** An agent takes back that it was closed. */
export async function reopenCompromise(tx: Tx, actor: AgentActor, which: Which): Promise<CompromiseRecord> {
  const before = await lockFor(tx, actor, which);
  return before.closed ? keep(tx, actor, { ...before, closed: null }, {}) : before;
}

/** The exchange froze a customer's account: of all that is open about them, that step is done. */
export async function noteFrozen(tx: Tx, customerId: string): Promise<void> {
  for (const before of await lockOpenOfCustomer(tx, customerId)) {
    const after = withStep(before, 'freeze', 'done', { by: null, at: tx.now });
    if (after) await keep(tx, system('compliance'), after, { step: 'freeze', to: 'done' });
  }
}

async function lockFor(
  tx: Tx,
  actor: AgentActor,
  { conversationId, exposure }: Which,
): Promise<CompromiseRecord> {
  const { id } = await accessForAgent(tx, actor, conversationId);
  const record = await lockCompromise(tx, id, exposure);
  if (!record) throw fail('compromise.not_found');
  return record;
}

async function keep(
  tx: Tx,
  actor: Actor,
  record: CompromiseRecord,
  what: { step?: CompromiseStep; to?: StepState; outcome?: CompromiseOutcome },
): Promise<CompromiseRecord> {
  await saveCompromise(tx, record);
  const { step = null, to = null, outcome = null } = what;
  await announce(tx, compromiseChanged, {
    subjectId: record.conversationId,
    actor,
    payload: { exposure: record.exposure, state: stateOf(record), step, to, outcome },
  });
  return record;
}
