import { someTicket } from '../tickets/ticket.testing.ts';
import type { TicketFacts } from './condition-rules.ts';

const opened = new Date('2026-11-20T10:00:00Z');

/** Facts for tests of rules; what a test is about is given. */
export function someFacts(
  given: Partial<Omit<TicketFacts, 'ticket'>> & { ticket?: Parameters<typeof someTicket>[0] } = {},
): TicketFacts {
  return {
    at: new Date('2026-11-21T10:00:00Z'),
    since: { status: opened, opened, customer: opened, agent: null },
    tier: 'standard',
    verified: false,
    text: 'My deposit is missing',
    before: null,
    score: null,
    ...given,
    ticket: someTicket(given.ticket),
  };
}
