import { endpoints, type Message, type TicketDetail } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { putTicket } from '../../../live/ticket-to-cache.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Picker } from '../../inbox/actions/picker.tsx';

interface SplitDialogProps {
  ticket: TicketDetail;
  messages: readonly Message[];
  onClose: () => void;
  onSplit: (ticketId: string) => void;
}

const subjectFrom = 80;

/** Makes a message of the thread a ticket of its own. */
export function SplitDialog({ ticket, messages, onClose, onSplit }: SplitDialogProps) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [subject, setSubject] = useState('');
  const key = useRef(crypto.randomUUID());
  const written = messages
    .filter(({ author, text }) => author.type === 'customer' && text !== '')
    .toReversed();
  const split = useMutation({
    mutationFn: (messageId: string) =>
      call(endpoints.tickets.split, {
        params: { id: ticket.id },
        body: { messageId, subject: subject.trim(), category: ticket.category, key: key.current },
      }),
    onSuccess: (made) => {
      putTicket(client, made);
      onClose();
      onSplit(made.id);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside={chosen !== null}
      title={t('tickets.split')}
      description={t('tickets.split.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen === null || subject.trim() === ''}
            loading={split.isPending}
            onClick={() => chosen && split.mutate(chosen)}
          >
            {t('tickets.split')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Picker
          label={t('tickets.split.message')}
          placeholder={t('tickets.split.search')}
          empty={t('tickets.split.none')}
          chosen={chosen}
          options={written.map((message) => ({
            id: message.id,
            name: message.text,
            content: (
              <span className="min-w-0">
                <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                  {message.text}
                </span>
                <time dateTime={message.createdAt} className="block text-xs text-ink-3">
                  {format.dateTime(message.createdAt)}
                </time>
              </span>
            ),
          }))}
          onChoose={(id) => {
            setChosen(id);
            const [line = ''] = (written.find((message) => message.id === id)?.text ?? '').split('\n');
            setSubject(line.slice(0, subjectFrom));
          }}
        />
        <Field label={t('tickets.column.subject')}>
          <Input maxLength={200} value={subject} onValueChange={setSubject} />
        </Field>
        <FormError error={split.error} />
      </div>
    </Dialog>
  );
}
