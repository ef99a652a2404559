import { type FlowStep, outcomeNameOf, slotNames } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';

type Slot = (typeof slotNames)[number];

/** What a flow came to, in words: an answer, what it asked for, or that one must sign in. */
export function outcomeName(t: Translate, flow: string, outcome: string): string {
  const name = outcomeNameOf(flow, outcome);
  if (name) return t(`flow.outcome.${name}`);
  if (outcome === 'sign_in') return t('flow.outcome.sign_in');
  const slot = slotNames.find((it) => it === outcome);
  return slot ? t('flow.outcome.asks', { slot: slotName(t, slot) }) : t('flow.outcome.other');
}

/** What customers say of a case. */
const slotName = (t: Translate, slot: Slot): string => t(`flow.slot.${slot}`);

/** What was decided in a round of a flow. */
export function decisionWords(
  t: Translate,
  flow: string,
  decided: FlowStep['decided'],
  list: Lister,
): string {
  switch (decided.kind) {
    case 'look_up':
      return t('flow.step.look_up', { what: list(decided.facts.map((it) => t(`flow.fact.${it}`))) });
    case 'ask':
      return t('flow.step.ask', { slot: slotName(t, decided.slot) });
    case 'answer':
      return t('flow.step.answer', { outcome: outcomeName(t, flow, decided.outcome) });
    case 'sign_in':
      return t('flow.step.sign_in');
  }
}

/** What was at hand in a round of a flow, a line each. */
export const atHandWords = (
  t: Translate,
  { said, facts, witnesses = [] }: FlowStep,
  { list, moment }: AtHandFormats,
): string[] => [
  ...(said.length > 0 ? [t('flow.step.said', { what: list(said.map((it) => slotName(t, it))) })] : []),
  ...facts.map(({ fact, state }) =>
    t('flow.step.fact', { fact: t(`flow.fact.${fact}`), state: t(`flow.state.${state}`) }),
  ),
  ...witnesses.map(({ chain, source, state, asOf }) =>
    t('flow.step.witness', { source, chain, state: t(`flow.witness.${state}`), when: moment(asOf) }),
  ),
];

interface AtHandFormats {
  list: Lister;
  moment: (iso: string) => string;
}

/** The same for engineers: the keys. */
export const stepKeys = ({ said, facts, witnesses = [], decided }: FlowStep): string =>
  [
    ...said,
    ...facts.map(({ fact, state }) => `${fact}=${state}`),
    ...witnesses.map(({ chain, source, state }) => `${chain}@${source}=${state}`),
    [decided.kind, ...Object.values(decided).slice(1).flat()].join(' '),
  ].join(', ');

type Lister = (items: string[]) => string;
