import type { CopilotSummary, copilotEntityKinds } from '@fairlead/contract';
import { languageOf } from '@fairlead/contract';
import { type FoundEntity, findEntities } from '@fairlead/understanding';
import type { TurnRecord } from '../assistant-store.ts';
import { type HeardLine, intentOf, type Matter } from './matter.ts';

type EntityKind = (typeof copilotEntityKinds)[number];
const kinds: ReadonlySet<string> = new Set<EntityKind>([
  'txid',
  'address',
  'amount',
  'asset',
  'network',
  'order_id',
  'error_code',
  'uid',
]);
const isKnown = (kind: string): kind is EntityKind => kinds.has(kind);

/** Characters of what somebody wrote that are shown. */
const shownLength = 160;
/** Matters of one conversation that are told: the latest. */
const shownMatters = 3;
const shownEntities = 12;

/** What is known of a conversation besides its messages. */
export interface SummaryFacts {
  readonly matter: Matter;
  readonly turns: ReadonlyArray<Pick<TurnRecord, 'trace'>>;
  /** What agents had looked up. */
  readonly looks: ReadonlyArray<{ readonly flow: string; readonly outcome: string; readonly at: Date }>;
  readonly macros: readonly string[];
  readonly ticket: CopilotSummary['ticket'];
  readonly moment: { readonly now: Date; readonly timeZone: string };
}

/** A conversation in short: what was asked and named, what was tried, and what is open. Pure; null where the customer wrote nothing. */
export function summariseThread({
  matter,
  turns,
  looks,
  macros,
  ticket,
  moment,
}: SummaryFacts): CopilotSummary | null {
  const { said, open } = matter;
  if (said.length === 0) return null;
  return {
    asked: askedIn(said),
    entities: namedIn(said, moment),
    tried: [
      ...unique(
        turns.flatMap((it) => it.trace.sources),
        (it) => it.url,
      ).map(({ title, url }) => ({ by: 'article', title, url }) as const),
      ...turns.flatMap(({ trace: { flow } }) => (flow ? [{ by: 'flow', ...flow } as const] : [])),
      ...looks.map(
        ({ flow, outcome, at }) => ({ by: 'flow', flow, outcome, asOf: at.toISOString() }) as const,
      ),
      ...macros.map((name) => ({ by: 'macro', name }) as const),
    ],
    ticket,
    open: openIn(open),
  };
}

/** Each matter once, as they said it last. */
function askedIn(said: readonly HeardLine[]): CopilotSummary['asked'] {
  const matters = said.flatMap((line) => {
    const intent = intentOf(line.heard);
    return intent ? [{ intent, seq: line.seq, text: begin(line.text) }] : [];
  });
  return unique(matters.toReversed(), (it) => it.intent)
    .slice(0, shownMatters)
    .toReversed();
}

function namedIn(said: readonly HeardLine[], moment: SummaryFacts['moment']): CopilotSummary['entities'] {
  const found = said.flatMap((line) => findEntities(line.text, languageOf(line.heard.locale), moment));
  const named = found.flatMap((it) => (isKnown(it.kind) ? [{ kind: it.kind, value: valueOf(it) }] : []));
  return unique(named, ({ kind, value }) => `${kind} ${value.toLowerCase()}`).slice(0, shownEntities);
}

const valueOf = ({ kind, text, value, asset }: FoundEntity): string =>
  kind === 'amount' && value && asset ? `${value} ${asset}` : kind === 'asset' && value ? value : text;

/** The last question that nobody answered; else the last that was said about a matter. */
function openIn(open: readonly HeardLine[]): CopilotSummary['open'] {
  const asking = open.findLast((it) => questionIn(it.text) !== null);
  const line = asking ?? open.findLast((it) => intentOf(it.heard) !== null) ?? open.at(-1);
  if (!line) return null;
  const { seq, text, createdAt } = line;
  return { seq, text: questionIn(text) ?? begin(text), at: createdAt.toISOString() };
}

/** The last sentence of a text that asks. */
function questionIn(text: string): string | null {
  const asked = text
    .match(/[^.!?。！？؟\n]*[?？؟]/gu)
    ?.at(-1)
    ?.trim();
  return asked ? begin(asked) : null;
}

function begin(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > shownLength ? `${line.slice(0, shownLength - 1).trimEnd()}…` : line;
}

const unique = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => {
  const seen = new Set<string>();
  return items.filter((it) => !seen.has(keyOf(it)) && seen.add(keyOf(it)));
};
