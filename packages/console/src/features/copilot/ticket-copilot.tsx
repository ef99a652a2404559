import { useQuery } from '@tanstack/react-query';
import { conversationQuery } from '../../live/conversation-queries.ts';
import { CopilotPanel } from './copilot-panel.tsx';

/** The copilot beside a ticket: about the conversation that it is on. */
export function TicketCopilot(props: { conversationId: string; onPutIn: () => void }) {
  const { data } = useQuery(conversationQuery(props.conversationId));
  return data ? <CopilotPanel conversation={data} onPutIn={props.onPutIn} /> : null;
}
