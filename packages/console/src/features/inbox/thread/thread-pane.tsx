import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { conversationQuery, threadQuery } from '../../../live/conversation-queries.ts';
import { cx } from '../../../ui/cx.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { OpenThread } from './open-thread.tsx';
import { ThreadSkeleton } from './thread-skeleton.tsx';

interface ThreadPaneProps {
  conversationId: string;
  onBack: () => void;
  className?: string;
}

/** The right pane: one conversation, or why it cannot be shown. */
export function ThreadPane({ conversationId, onBack, className }: ThreadPaneProps) {
  const t = useT();
  const conversation = useQuery(conversationQuery(conversationId));
  const thread = useQuery(threadQuery(conversationId));
  const error = conversation.error ?? thread.error;
  const retry = () => {
    void conversation.refetch();
    void thread.refetch();
  };
  const gone = thread.data?.gone ?? false;
  const { refetch } = conversation;
  // It left what this agent may see, or came back by another way: the server knows which.
  useEffect(() => {
    if (gone) void refetch();
  }, [gone, refetch]);

  const failed = error && (!conversation.data || !thread.data || gone);
  return (
    <section aria-label={t('inbox.thread.pane')} className={cx('flex min-h-0 min-w-0 bg-surface', className)}>
      {!failed && conversation.data ? (
        <OpenThread conversation={conversation.data} thread={thread.data} onBack={onBack} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col">
          <div className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-3">
            <IconButton
              label={t('inbox.back')}
              icon={<ArrowLeft className="rtl:-scale-x-100" />}
              onClick={onBack}
              className="md:hidden"
            />
            {!failed && <Skeleton className="h-5 w-44" />}
          </div>
          {failed ? <ErrorState error={error} onRetry={retry} /> : <ThreadSkeleton />}
        </div>
      )}
    </section>
  );
}
