import { endpoints, maximumCommentLength, type TicketComment } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare, StickyNote } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { commentsQuery, ticketKeys } from '../../../live/ticket-queries.ts';
import { useMe } from '../../../session.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { hueOf } from '../../../ui/initials.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { RichText } from '../../inbox/thread/rich-text.tsx';

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

function Comment({ comment: { author, text, createdAt } }: { comment: TicketComment }) {
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
          <RichText text={text} />
        </div>
      </div>
    </li>
  );
}

function NewComment({ ticketId }: { ticketId: string }) {
  const t = useT();
  const client = useQueryClient();
  const draftAt = `fairlead.ticket-comment.${ticketId}`;
  const [text, setText] = useState(() => localStorage.getItem(draftAt) ?? '');
  // The same key until it was taken in, so that a second try does not write it twice.
  const key = useRef(crypto.randomUUID());
  const write = (next: string) => {
    setText(next);
    if (next === '') localStorage.removeItem(draftAt);
    else localStorage.setItem(draftAt, next);
  };
  const send = useMutation({
    mutationFn: (words: string) =>
      call(endpoints.tickets.comment, {
        params: { id: ticketId },
        body: { key: key.current, text: words },
      }),
    onSuccess: (comment) => {
      key.current = crypto.randomUUID();
      write('');
      client.setQueryData<TicketComment[]>(ticketKeys.comments(ticketId), (held) =>
        held?.some(({ id }) => id === comment.id) ? held : held && [...held, comment],
      );
    },
  });
  const submit = () => {
    if (text.trim() !== '' && !send.isPending) send.mutate(text.trim());
  };
  return (
    <form
      className="mx-3 mb-3 flex flex-col gap-2 rounded-lg border border-note-line bg-note-soft p-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        rows={2}
        aria-label={t('tickets.comments.write')}
        placeholder={t('tickets.comments.placeholder')}
        maxLength={maximumCommentLength}
        value={text}
        disabled={send.isPending}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            submit();
          }
        }}
      />
      <FormError error={send.error} />
      <div className="flex items-center justify-between gap-2">
        <span className="text-xs text-ink-3">{t('inbox.composer.note.who')}</span>
        <Button type="submit" icon={<StickyNote />} loading={send.isPending} disabled={text.trim() === ''}>
          {t('tickets.comments.add')}
        </Button>
      </div>
    </form>
  );
}
