import { endpoints, maximumCommentLength, type TicketComment } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { StickyNote } from 'lucide-react';
import { useRef } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import type { DraftPart } from '../../inbox/composer/draft-store.ts';
import { useDrafts } from '../../inbox/composer/writing.tsx';
import { WordsForm } from './words-form.tsx';

/** Where an agent writes to colleagues on a ticket. What is begun is kept like a note, under the ticket's id. */
export function NewComment({ ticketId }: { ticketId: string }) {
  const t = useT();
  const client = useQueryClient();
  const drafts = useDrafts();
  // The same key until it was taken in, so that a second try does not write it twice.
  const key = useRef(crypto.randomUUID());
  const send = useMutation({
    mutationFn: ({ text, attachments }: DraftPart) =>
      call(endpoints.tickets.comment, {
        params: { id: ticketId },
        body: { key: key.current, text: text.trim(), attachmentIds: attachments.map(({ id }) => id) },
      }),
    onSuccess: (comment) => {
      key.current = crypto.randomUUID();
      drafts.clear(ticketId, 'note');
      client.setQueryData<TicketComment[]>(ticketKeys.comments(ticketId), (held) =>
        held?.some(({ id }) => id === comment.id) ? held : held && [...held, comment],
      );
    },
  });
  return (
    <WordsForm
      draftId={ticketId}
      kind="note"
      label={t('tickets.comments.write')}
      placeholder={t('tickets.comments.placeholder')}
      maximumLength={maximumCommentLength}
      who={t('inbox.composer.note.who')}
      action={{ label: t('tickets.comments.add'), icon: <StickyNote /> }}
      sending={send}
      onSend={send.mutate}
    />
  );
}
