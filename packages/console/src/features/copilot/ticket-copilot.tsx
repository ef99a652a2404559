import { useQuery } from '@tanstack/react-query';
import { conversationQuery } from '../../live/conversation-queries.ts';
import { CopilotPanel } from './copilot-panel.tsx';

/** The copilot beside a ticket: about the conversation that it is on. */
export function TicketCopilot({ conversationId }: { conversationId: string }) {
  const { data } = useQuery(conversationQuery(conversationId));
  return data ? <CopilotPanel conversation={data} /> : null;
}
