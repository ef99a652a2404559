import type { ZendeskOutcome } from '@fairlead/contract';
import { CircleCheck, CircleMinus, CirclePlus, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';

export type Outcome = ZendeskOutcome['outcome'];

const looks: Record<Outcome, { tone: Tone; icon: ReactNode }> = {
  created: { tone: 'success', icon: <CirclePlus aria-hidden /> },
  updated: { tone: 'accent', icon: <CircleCheck aria-hidden /> },
  unchanged: { tone: 'neutral', icon: <CircleMinus aria-hidden /> },
  left_out: { tone: 'warning', icon: <CircleSlash aria-hidden /> },
};

/** What becomes of an article. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useT();
  return <Badge {...looks[outcome]}>{t(`articles.import.outcome.${outcome}`)}</Badge>;
}

/** How many articles each outcome has. */
export const countOutcomes = (outcomes: ReadonlyArray<{ outcome: string }>) => {
  const of = (outcome: Outcome) => outcomes.filter((it) => it.outcome === outcome).length;
  return { created: of('created'), updated: of('updated'), unchanged: of('unchanged'), left: of('left_out') };
};
