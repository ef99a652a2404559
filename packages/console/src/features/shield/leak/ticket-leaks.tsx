import { useQuery } from '@tanstack/react-query';
import { conversationQuery } from '../../../live/conversation-queries.ts';
import { LeakPanel } from './leak-panel.tsx';

/** The steps of leaks beside a ticket: those of the conversation that it is on. */
export function TicketLeaks({ conversationId }: { conversationId: string }) {
  const { data } = useQuery(conversationQuery(conversationId));
  return data ? <LeakPanel conversation={data} /> : null;
}
