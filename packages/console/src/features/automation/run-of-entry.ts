import type { RuleRun, TimelineEntry } from '@fairlead/contract';

/**
 * The rule whose doing an entry of the time line is: its name, null where it is not known, undefined where no rule did it; and the run that
 * can be taken back there.
 */
export function runOfEntry(
  { cause, at, type }: Pick<TimelineEntry, 'cause' | 'at' | 'type'>,
  runs: readonly RuleRun[],
): { name: string | null | undefined; run: RuleRun | undefined } {
  const ruleId = /^rule:(?:.*[,+])?([^,+]+)$/.exec(cause ?? '')?.[1];
  if (!ruleId) return { name: undefined, run: undefined };
  const ofRule = runs.filter((it) => it.ruleId === ruleId);
  const exact = ofRule.find((it) => it.at === at);
  const run = type === 'ticket.changed' && exact?.changes.length ? exact : undefined;
  return { name: (exact ?? ofRule[0])?.ruleName ?? null, run };
}
