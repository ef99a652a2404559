import { type RuleBody, type RuleCondition, ruleBody, ruleCondition } from '@fairlead/contract';
import type { Problem } from '../tickets/actions/action-problem.ts';

/** What is wrong with a condition; null where nothing is. */
export function problemOfCondition(condition: RuleCondition): Problem | null {
  return ruleCondition.safeParse(condition).success ? null : 'incomplete';
}

/** Whether a rule can be saved and tried. */
export const isComplete = (rule: RuleBody): boolean => ruleBody.safeParse(rule).success;
