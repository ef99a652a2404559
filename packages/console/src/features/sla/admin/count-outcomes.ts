import { type PolicyHit, type SlaKind, slaKinds } from '@fairlead/contract';

interface Outcomes {
  readonly kind: SlaKind;
  readonly kept: number;
  readonly late: number;
  /** Somebody still waits, and the time has not passed. */
  readonly open: number;
}

/** What would have come of a policy's promises, by kind; kinds of which there are none are left out, and so is what nobody waits for any more. */
export function countOutcomes(hits: readonly PolicyHit[]): Outcomes[] {
  const clocks = hits.flatMap((hit) => hit.clocks);
  return slaKinds.flatMap((kind) => {
    const own = clocks.filter((it) => it.kind === kind);
    const late = own.filter((it) => it.late).length;
    const kept = own.filter((it) => !it.late && it.state === 'met').length;
    const open = own.filter((it) => !it.late && (it.state === 'running' || it.state === 'paused')).length;
    return late + kept + open > 0 ? [{ kind, kept, late, open }] : [];
  });
}
