import {
  type Category,
  type FieldKey,
  type FlowId,
  type FlowSlots,
  type FlowStep,
  type FormBook,
  type Locale,
  shippedBook,
  type TracedFlowRun,
} from '@fairlead/contract';
import type { Deed } from './alerts.ts';
import type { Line, TicketPrefill } from './flow.ts';
import type { Outcome } from './flow-runner.ts';
import { line } from './line.ts';
import { noOwnTexts, type OwnTexts } from './own-texts.ts';
import { sayer } from './say-line.ts';

/** What came of a flow, in words. */
export interface FlowRun {
  readonly flow: FlowId;
  /** `asks`: one thing is missing, and `choices` offers what it may be. */
  readonly kind: 'asks' | 'needs_sign_in' | 'answered';
  /** Which answer it is; which slot is asked for; `sign_in`. */
  readonly outcome: string;
  /** The whole answer or question in the locale: plain text, a line each. */
  readonly text: string;
  /** How it ends: what to do, or to wait for; null for a question. */
  readonly nextStep: string | null;
  /** Quick replies. Chosen, the flow is run again with their slots beside those that were known. */
  readonly choices: ReadonlyArray<{ readonly text: string; readonly slots: FlowSlots }>;
  /** What was known of the case. */
  readonly slots: FlowSlots;
  /** Of when the oldest of the facts is; null where nothing was looked up. */
  readonly asOf: Date | null;
  /** Something could not be asked just now, and is what the exchange said last. */
  readonly stale: boolean;
  /** Where a person must act: a ticket as far as it can be filled in. */
  readonly ticket: {
    readonly category: Category;
    readonly fields: Partial<Record<FieldKey, string>>;
    readonly subject: string;
  } | null;
  readonly needsPerson: boolean;
  readonly trace: readonly FlowStep[];
  /** What whoever says this to the customer does with it; null where nothing is done. */
  readonly deed: Deed | null;
}

/** In which language it is told, in which texts, and what tickets are asked at the moment. */
interface Telling {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly own?: OwnTexts;
  readonly book?: FormBook;
}

export function presentRun(
  flow: FlowId,
  slots: FlowSlots,
  { next, facts, trace }: Outcome,
  { locale, timeZone, own = noOwnTexts, book = shippedBook }: Telling,
): FlowRun {
  const say = sayer(locale, timeZone, own);
  const dated = Object.values(facts).flatMap((it) => ('value' in it ? [it] : []));
  const asOf = dated.map((it) => it.asOf).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const stale = dated.some((it) => it.stale);
  const common = {
    flow,
    slots,
    asOf,
    stale,
    trace,
    nextStep: null,
    choices: [],
    ticket: null,
    needsPerson: false,
    deed: null,
  };
  const text = (lines: readonly Line[]) => lines.map(say).join('\n');
  switch (next.kind) {
    case 'sign_in':
      return { ...common, kind: 'needs_sign_in', outcome: 'sign_in', text: say(line('sign_in')) };
    case 'ask':
      return {
        ...common,
        kind: 'asks',
        outcome: next.slot,
        text: say(next.ask),
        choices: next.choices.map((it) => ({ text: say(it.line), slots: it.slots })),
      };
    case 'answer': {
      const { outcome, lines, nextStep, ticket } = next;
      const old = stale && asOf ? [line('as_of_stale', { at: { kind: 'moment', at: asOf } })] : [];
      return {
        ...common,
        kind: 'answered',
        outcome,
        text: text([...lines, ...old, nextStep]),
        nextStep: say(nextStep),
        ticket: ticket && { ...ticket, fields: askedFor(book, ticket), subject: say(ticket.subject) },
        needsPerson: ticket !== null,
        deed: next.deed ?? null,
      };
    }
  }
}

/** What the form of the category asks customers for, of what is known. */
function askedFor(book: FormBook, { category, fields }: TicketPrefill): TicketPrefill['fields'] {
  const asked = book.formOf(category).filter((it) => !it.agentsOnly);
  const entries = Object.entries(fields) as Array<[FieldKey, string]>;
  return Object.fromEntries(entries.filter(([key]) => asked.some((it) => it.key === key)));
}

/** As it crosses the wire. */
export const presentOnWire = ({ asOf, choices, trace, ...run }: FlowRun): TracedFlowRun => ({
  flow: run.flow,
  kind: run.kind,
  outcome: run.outcome,
  text: run.text,
  nextStep: run.nextStep,
  slots: run.slots,
  stale: run.stale,
  ticket: run.ticket,
  needsPerson: run.needsPerson,
  asOf: asOf?.toISOString() ?? null,
  choices: [...choices],
  trace: [...trace],
});
