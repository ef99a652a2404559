import { useQuery } from '@tanstack/react-query';
import { clocksQuery } from '../../../live/sla-queries.ts';
import { useCan } from '../../../session.tsx';
import { ClockChip } from './clock-chip.tsx';

/** The soonest promise on the ticket of a conversation; nothing where it has none. */
export function ConversationClock({ conversationId }: { conversationId: string }) {
  const can = useCan();
  const { data } = useQuery({
    ...clocksQuery('conversation', conversationId),
    enabled: can('tickets.read'),
  });
  const clocks = data?.flatMap((it) => it.clocks) ?? [];
  return clocks.length > 0 ? <ClockChip clocks={clocks} /> : null;
}
