import {
  type Category,
  type Channel,
  type SlaConditions,
  type SlaPolicy,
  type TicketPriority,
  type Tier,
  topCategoryOf,
} from '@fairlead/contract';

/** What policies are chosen by. */
export interface TicketTraits {
  readonly category: Category;
  readonly priority: TicketPriority;
  /** Null where there is no customer or channel: only an empty condition fits. */
  readonly tier: Tier | null;
  readonly verified: boolean | null;
  readonly channel: Channel | null;
  readonly language: string;
}

/** The first policy in order that fits, or null. */
export function choosePolicy(policies: readonly SlaPolicy[], traits: TicketTraits): SlaPolicy | null {
  return policies.find(({ enabled, conditions }) => enabled && fits(conditions, traits)) ?? null;
}

function fits(conditions: SlaConditions, traits: TicketTraits): boolean {
  const { categories, verified } = conditions;
  return (
    (categories.length === 0 ||
      categories.includes(traits.category) ||
      categories.includes(topCategoryOf(traits.category))) &&
    allows(conditions.priorities, traits.priority) &&
    allows(conditions.tiers, traits.tier) &&
    allows(conditions.channels, traits.channel) &&
    allows(conditions.languages, traits.language) &&
    (verified === null || verified === traits.verified)
  );
}

const allows = <T>(allowed: readonly T[], value: T | null) =>
  allowed.length === 0 || (value !== null && allowed.includes(value));
