import { endpoints, maximumCommentLength, type TicketComment } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { StickyNote } from 'lucide-react';
import { useRef } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { AttachButton } from '../../inbox/composer/attach-button.tsx';
import { type DraftPart, isSendable } from '../../inbox/composer/draft-store.ts';
import { FileTray } from '../../inbox/composer/file-tray.tsx';
import { useAddFiles } from '../../inbox/composer/use-add-files.ts';
import { useDraft, useDrafts, useTray } from '../../inbox/composer/writing.tsx';
import { DropTarget } from '../../inbox/thread/drop-target.tsx';

/** Where an agent writes to colleagues on a ticket. What is begun is kept like a note, under the ticket's id. */
export function NewComment({ ticketId }: { ticketId: string }) {
  const t = useT();
  const client = useQueryClient();
  const drafts = useDrafts();
  const { note: part } = useDraft(ticketId);
  const { tray, items } = useTray();
  const addFiles = useAddFiles(ticketId, 'note');
  const uploads = items.filter((item) => item.conversationId === ticketId);
  // The same key until it was taken in, so that a second try does not write it twice.
  const key = useRef(crypto.randomUUID());
  const write = (change: Partial<DraftPart>) => drafts.write(ticketId, 'note', change, null);
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
  const ready = isSendable(part) && uploads.length === 0 && !send.isPending;
  const submit = () => {
    if (ready) send.mutate(part);
  };
  return (
    <div className="mx-3 mb-3 flex shrink-0 flex-col">
      <DropTarget enabled onFiles={addFiles}>
        <form
          className="flex flex-col gap-2 rounded-lg border border-note-line bg-note-soft p-2"
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
            value={part.text}
            disabled={send.isPending}
            onChange={(event) => write({ text: event.currentTarget.value })}
            onPaste={(event) => {
              const files = [...event.clipboardData.files];
              if (files.length === 0) return;
              event.preventDefault();
              addFiles(files);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                event.preventDefault();
                submit();
              }
            }}
          />
          <FileTray
            attachments={part.attachments}
            uploads={uploads}
            onRemove={(file) => write({ attachments: part.attachments.filter(({ id }) => id !== file) })}
            onCancel={(upload) => tray.cancel(upload)}
            onResume={(upload) => tray.resume(upload)}
          />
          <FormError error={send.error} />
          <div className="flex items-center gap-2">
            <AttachButton onFiles={addFiles} />
            <span className="min-w-0 flex-1 text-xs text-ink-3">{t('inbox.composer.note.who')}</span>
            <Button type="submit" icon={<StickyNote />} loading={send.isPending} disabled={!ready}>
              {t('tickets.comments.add')}
            </Button>
          </div>
        </form>
      </DropTarget>
    </div>
  );
}
