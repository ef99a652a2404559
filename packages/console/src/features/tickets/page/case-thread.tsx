import { useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo } from 'react';
import { conversationQuery, threadQuery } from '../../../live/conversation-queries.ts';
import { useCan, useMe } from '../../../session.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { allowedActions } from '../../inbox/actions/allowed-actions.ts';
import { ThreadAtWork } from '../../inbox/thread/thread-at-work.tsx';
import { ThreadSkeleton } from '../../inbox/thread/thread-skeleton.tsx';

interface CaseThreadProps {
  conversationId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** The thread that a ticket is about, as the inbox shows it. */
export function CaseThread({ conversationId, field }: CaseThreadProps) {
  const can = useCan();
  const me = useMe().agent.id;
  const conversation = useQuery(conversationQuery(conversationId));
  const thread = useQuery(threadQuery(conversationId));
  const { data } = conversation;
  const allowed = useMemo(() => data && allowedActions(data, me, can), [data, me, can]);
  const error = conversation.error ?? thread.error;
  if (error && (!data || !thread.data)) {
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void conversation.refetch();
          void thread.refetch();
        }}
      />
    );
  }
  if (!data || !allowed) return <ThreadSkeleton />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ThreadAtWork conversation={data} thread={thread.data} mayReply={allowed.reply} field={field} />
    </div>
  );
}
