import {
  type Compromise,
  type CompromiseOutcome,
  type CompromiseState,
  type CompromiseStep,
  compromiseSteps,
  type Exposure,
  type StepState,
} from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';

/** A step that somebody has said something of. */
interface Settled {
  readonly state: Exclude<StepState, 'open'>;
  /** Null: the system saw it done. */
  readonly by: string | null;
  readonly at: Date;
}

/** A secret that a customer wrote down, and what is done about it. Steps that are not named are open. */
export interface CompromiseRecord {
  readonly conversationId: string;
  readonly exposure: Exposure;
  /** When it was written down last. */
  readonly leakedAt: Date;
  readonly steps: Partial<Record<CompromiseStep, Settled>>;
  readonly closed: { readonly outcome: CompromiseOutcome; readonly by: string; readonly at: Date } | null;
}

type Who = Compromise['steps'][number]['who'];

const doers: Record<CompromiseStep, Who> = {
  tell: 'system',
  move_funds: 'customer',
  delete_key: 'customer',
  change_password: 'customer',
  renew_second_factor: 'customer',
  check_account: 'agent',
  freeze: 'agent',
};
export const whoDoes = (step: CompromiseStep): Who => doers[step];

/** Milliseconds after which a customer who writes down another secret is told again what to do. */
const toldFor = 3_600_000;

/** The steps of an exposure, in their order. */
export const stepsOf = (exposure: Exposure): readonly CompromiseStep[] => compromiseSteps[exposure];

const isOpen =
  ({ steps }: CompromiseRecord) =>
  (step: CompromiseStep) =>
    steps[step] === undefined;

/** The first step that is open; `close` where none is; null once it is closed. */
export function nextOf(record: CompromiseRecord): Compromise['next'] {
  if (record.closed) return null;
  return stepsOf(record.exposure).find(isOpen(record)) ?? 'close';
}

/** How far it is, by who has the next step. */
export function stateOf(record: CompromiseRecord): CompromiseState {
  const next = nextOf(record);
  if (next === null) return 'closed';
  if (next === 'close') return 'settled';
  const open = stepsOf(record.exposure).filter(isOpen(record)).map(whoDoes);
  if (open.includes('system')) return 'leaked';
  return open.includes('customer') ? 'told' : 'checking';
}

/**
 * A secret was written down: a matter begins, or goes on with what the customer has to do open again, for it may be another secret. They are told again where that
 * was long ago. Null where this was heard of already.
 */
export function leaked(
  before: CompromiseRecord | undefined,
  fresh: Pick<CompromiseRecord, 'conversationId' | 'exposure' | 'leakedAt'>,
): CompromiseRecord | null {
  if (!before) return { ...fresh, steps: {}, closed: null };
  if (before.leakedAt >= fresh.leakedAt) return null;
  if (before.closed) return { ...fresh, steps: {}, closed: null };
  const { tell, freeze } = before.steps;
  const toldLately = tell && fresh.leakedAt.getTime() - tell.at.getTime() < toldFor;
  return {
    ...before,
    leakedAt: fresh.leakedAt,
    // An account that is frozen stays so.
    steps: { ...(toldLately && { tell }), ...(freeze?.state === 'done' && { freeze }) },
  };
}

/** Says of a step that it is done, not needed, or open again. Null where nothing changes. Throws `compromise.closed`, `request.invalid`. */
export function withStep(
  record: CompromiseRecord,
  step: CompromiseStep,
  state: StepState,
  { by, at }: { by: string | null; at: Date },
): CompromiseRecord | null {
  if (record.closed) throw fail('compromise.closed');
  if (!stepsOf(record.exposure).includes(step)) throw fail('request.invalid', { field: 'step' });
  if ((record.steps[step]?.state ?? 'open') === state) return null;
  const { [step]: _, ...others } = record.steps;
  return { ...record, steps: state === 'open' ? others : { ...others, [step]: { state, by, at } } };
}

/** Closes it. Throws `compromise.closed`, and `compromise.steps_open` where it is said to be secured and is not. */
export function closedAs(
  record: CompromiseRecord,
  outcome: CompromiseOutcome,
  { by, at }: { by: string; at: Date },
): CompromiseRecord {
  if (record.closed) throw fail('compromise.closed');
  if (outcome === 'secured' && nextOf(record) !== 'close') throw fail('compromise.steps_open');
  return { ...record, closed: { outcome, by, at } };
}
