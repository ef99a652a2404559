import type { Dated } from '../connector/answer.ts';
import type { Decimal } from '../connector/decimal.ts';
import type { Answer, Facts, Line, Refused, TicketPrefill, Value } from './flow.ts';

export const line = (key: string, params: Line['params'] = {}): Line => ({ key, params });
export const amountOf = (it: { amount: Decimal; asset: string }): Value => ({
  kind: 'amount',
  amount: it.amount,
  asset: it.asset,
});
export const moment = (at: Date): Value => ({ kind: 'moment', at });
export const count = (of: number): Value => ({ kind: 'count', count: of });
export const txid = (of: string): Value => ({ kind: 'txid', txid: of });
export const text = (of: string): Value => ({ kind: 'text', text: of });
export const words = (key: string): Value => ({ kind: 'words', key });
export const list = (items: readonly string[]): Value => ({ kind: 'list', items });

/** An answer; with a ticket where a person must act. */
export const answer = (
  outcome: string,
  lines: ReadonlyArray<Line | null>,
  nextStep: Line,
  ticket: TicketPrefill | null = null,
): Answer => ({ kind: 'answer', outcome, lines: lines.filter((it) => it !== null), nextStep, ticket });

/** What was answered; null where it was refused, and where it was not asked. */
export const valueOf = <T>(fact: Dated<T> | Refused | undefined): T | null =>
  fact && 'value' in fact ? fact.value : null;

/** Of when figures are that change. */
export const asOf = (fact: Dated<unknown> | Refused | undefined): Line | null =>
  fact && 'value' in fact && !fact.stale ? line('as_of', { at: moment(fact.asOf) }) : null;

/** When the exchange cannot be asked now for what a flow cannot do without. */
export function silence(facts: Facts, names: ReadonlyArray<keyof Facts>): Answer | null {
  const reasons = names.flatMap((name) => {
    const fact = facts[name];
    return fact && 'refused' in fact && fact.refused !== 'not_found' ? [fact.refused] : [];
  });
  return reasons.length > 0 ? answer('silent', [line('silent')], line('silent.next')) : null;
}
