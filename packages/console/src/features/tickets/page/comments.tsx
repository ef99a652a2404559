import type { TicketComment } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { commentsQuery } from '../../../live/ticket-queries.ts';
import { useMe } from '../../../session.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { hueOf } from '../../../ui/initials.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Attachments } from '../../inbox/thread/attachments.tsx';
import { RichText } from '../../inbox/thread/rich-text.tsx';
import { NewComment } from './new-comment.tsx';

/** What agents write to each other on a ticket; customers never see it. */
export function Comments({ ticketId, editable }: { ticketId: string; editable: boolean }) {
  const t = useT();
  const { data, error, refetch } = useQuery(commentsQuery(ticketId));
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={4} />
        ) : data.length === 0 ? (
          <EmptyState icon={<MessagesSquare />} title={t('tickets.comments.empty.title')}>
            {t('tickets.comments.empty.text')}
          </EmptyState>
        ) : (
          <ol className="mx-auto flex max-w-4xl flex-col gap-4">
            {data.map((comment) => (
              <Comment key={comment.id} comment={comment} />
            ))}
          </ol>
        )}
      </div>
      {editable && <NewComment ticketId={ticketId} />}
    </div>
  );
}

function Comment({ comment: { author, text, attachments, createdAt } }: { comment: TicketComment }) {
  const t = useT();
  const format = useFormat();
  const me = useMe().agent.id;
  return (
    <li className="flex gap-2.5">
      <Avatar name={author.name} hue={hueOf(author.id)} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <span className="font-medium">{author.id === me ? t('inbox.author.you') : author.name}</span>
          <time dateTime={createdAt} className="text-xs text-ink-3">
            {format.dateTime(createdAt)}
          </time>
        </p>
        <div className="mt-0.5 rounded-xl rounded-ss-sm border border-note-line bg-note-soft px-3 py-1.5">
          {text !== '' && <RichText text={text} />}
          <Attachments attachments={attachments} />
        </div>
      </div>
    </li>
  );
}
