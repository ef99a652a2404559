import { type SlaConditions, type SlaPolicy, type SlaTraits, topCategoryOf } from '@fairlead/contract';

/** The first policy in order that fits, or null. */
export function choosePolicy(policies: readonly SlaPolicy[], traits: SlaTraits): SlaPolicy | null {
  return (
    policies.find(({ enabled, conditions }) => enabled && against(conditions, traits).length === 0) ?? null
  );
}

/** What of a ticket a policy is not for. */
export function against(conditions: SlaConditions, traits: SlaTraits): Array<keyof SlaTraits> {
  const { categories, verified } = conditions;
  const met: Record<keyof SlaTraits, boolean> = {
    category: allows(categories, traits.category) || allows(categories, topCategoryOf(traits.category)),
    priority: allows(conditions.priorities, traits.priority),
    tier: allows(conditions.tiers, traits.tier),
    verified: verified === null || verified === traits.verified,
    channel: allows(conditions.channels, traits.channel),
    language: allows(conditions.languages, traits.language),
  };
  return (Object.keys(met) as Array<keyof SlaTraits>).filter((trait) => !met[trait]);
}

const allows = <T>(allowed: readonly T[], value: T | null) =>
  allowed.length === 0 || (value !== null && allowed.includes(value));
