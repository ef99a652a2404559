import type { CustomerSummary, SlaTraits } from '@fairlead/contract';
import type { TicketRecord, TicketStanding } from '../tickets/index.ts';

/** What about a ticket policies are chosen by, as it stood at a moment. */
export function traitsOf(
  { customerId, channel, language }: TicketRecord,
  { category, priority }: Pick<TicketStanding, 'category' | 'priority'>,
  customers: ReadonlyMap<string, CustomerSummary>,
): SlaTraits {
  const { tier = null, verified = null } = (customerId && customers.get(customerId)) || {};
  return { category, priority, tier, verified, channel, language };
}
