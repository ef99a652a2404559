import { type Category, endpoints, type TicketFields, type TicketPriority } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { putTicket } from '../../../live/ticket-to-cache.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTicketChoices } from '../choices.ts';
import { PriorityIcon } from '../marks/priority-mark.tsx';
import { OpenFields, useFilled } from './open-fields.tsx';

interface OpenTicketDialogProps {
  /** On which it is opened; none for a back-office ticket or a tracker. */
  conversationId?: string;
  /** Whose back-office ticket it is. */
  parentId?: string;
  tracker?: boolean;
  subject?: string;
  category?: Category;
  teamId?: string | null;
  onClose: () => void;
  onOpened: (ticketId: string) => void;
}

/** Opens a ticket: on a conversation, below another, or as a tracker. */
export function OpenTicketDialog(props: OpenTicketDialogProps) {
  const { conversationId, parentId, tracker = false, onClose, onOpened } = props;
  const t = useT();
  const form = useId();
  const client = useQueryClient();
  const choices = useTicketChoices();
  const [subject, setSubject] = useState(props.subject ?? '');
  // Where there is a thread, the customer's words can tell.
  const byWords = conversationId ? [{ value: '' as const, label: t('tickets.category.by_words') }] : [];
  const [category, setCategory] = useState<Category | ''>(props.category ?? (conversationId ? '' : 'other'));
  const [fields, setFields] = useState<TicketFields>({});
  const filled = useFilled(tracker ? '' : category, fields);
  const [priority, setPriority] = useState<TicketPriority | ''>('');
  const [teamId, setTeamId] = useState(props.teamId ?? '');
  const [parentWaits, setParentWaits] = useState(true);
  const open = useMutation({
    mutationFn: () =>
      call(endpoints.tickets.create, {
        body: {
          subject: subject.trim(),
          ...(category ? { category } : {}),
          ...(priority ? { priority } : {}),
          tracker,
          fields: filled,
          ...(conversationId ? { conversationId } : {}),
          ...(parentId ? { parentId, parentWaits } : {}),
          ...(teamId ? { teamId } : {}),
        },
      }),
    onSuccess: (ticket) => {
      putTicket(client, ticket);
      onClose();
      onOpened(ticket.id);
    },
  });
  const [title, text] = tracker
    ? (['tickets.tracker.open', 'tickets.tracker.open.text'] as const)
    : parentId
      ? (['tickets.child.open', 'tickets.child.open.text'] as const)
      : (['tickets.open', 'tickets.open.text'] as const);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      keepOpenOutside
      title={t(title)}
      description={t(text)}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={open.isPending}>
            {t(title)}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={subject.trim() !== ''}
        onSubmit={() => open.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('tickets.column.subject')}
              error={tried && subject.trim() === '' ? t('tickets.subject.missing') : undefined}
            >
              <Input maxLength={200} value={subject} onValueChange={setSubject} />
            </Field>
            <Field label={t('tickets.column.category')}>
              <Select value={category} onChange={setCategory} options={[...byWords, ...choices.categories]} />
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('tickets.column.priority')}>
                <Select
                  value={priority}
                  onChange={setPriority}
                  options={[
                    { value: '', label: t('risk.priority') },
                    ...choices.priorities.map((option) => ({
                      ...option,
                      icon: <PriorityIcon priority={option.value} />,
                    })),
                  ]}
                />
              </Field>
              <Field label={t('tickets.column.team')}>
                <Select
                  value={teamId}
                  onChange={setTeamId}
                  options={[{ value: '', label: t('tickets.team.none') }, ...choices.teams]}
                />
              </Field>
            </div>
            {category && !tracker && <OpenFields category={category} values={fields} onChange={setFields} />}
            {parentId && (
              <Checkbox
                checked={parentWaits}
                onChange={setParentWaits}
                label={t('tickets.child.waits')}
                hint={t('tickets.child.waits.hint')}
              />
            )}
            <FormError error={open.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
