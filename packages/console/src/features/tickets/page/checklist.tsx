import { type BodyOf, endpoints, type TicketDetail } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { useAgentsById } from '../../inbox/use-agents-by-id.ts';
import { Section } from './section.tsx';

type Step =
  | { do: 'add'; text: string }
  | { do: 'tick'; entryId: string; done: boolean }
  | { do: 'remove'; entryId: string };
const { addChecklistEntry, tickChecklistEntry, removeChecklistEntry } = endpoints.tickets;

/** What is to be done on a ticket, and what is done. */
export function Checklist({ ticket, editable }: { ticket: TicketDetail; editable: boolean }) {
  const t = useT();
  const format = useFormat();
  const agents = useAgentsById();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const { id } = ticket;
  const step = useMutation({
    mutationFn: (what: Step) => {
      if (what.do === 'add') {
        const body: BodyOf<typeof addChecklistEntry> = { text: what.text };
        return call(addChecklistEntry, { params: { id }, body });
      }
      const params = { id, entryId: what.entryId };
      return what.do === 'tick'
        ? call(tickChecklistEntry, { params, body: { done: what.done } })
        : call(removeChecklistEntry, { params });
    },
    onSuccess: ({ checklist }, what) => {
      client.setQueryData<TicketDetail>(ticketKeys.one(id), (held) => held && { ...held, checklist });
      if (what.do === 'add') setText('');
    },
  });
  const ticking = step.isPending && step.variables.do === 'tick' ? step.variables : null;
  const done = ticket.checklist.filter((entry) => entry.doneAt !== null).length;
  return (
    <Section
      title={t('tickets.checklist')}
      actions={
        ticket.checklist.length > 0 && (
          <span className="text-xs text-ink-3 tabular-nums">
            {t('tickets.checklist.done', { done, count: ticket.checklist.length })}
          </span>
        )
      }
    >
      <ul>
        {ticket.checklist.map((entry) => {
          const words = entry.item ? t(`checklist.${entry.item}`) : (entry.text ?? '');
          const by = entry.doneBy ? agents.get(entry.doneBy)?.name : undefined;
          return (
            <li key={entry.id} className="group flex items-start gap-1">
              <Checkbox
                checked={ticking?.entryId === entry.id ? ticking.done : entry.doneAt !== null}
                onChange={(ticked) => step.mutate({ do: 'tick', entryId: entry.id, done: ticked })}
                disabled={!editable}
                label={words}
                hint={
                  entry.doneAt &&
                  t('tickets.checklist.by', { agent: by ?? '', moment: format.relativeTime(entry.doneAt) })
                }
                className="min-w-0 flex-1"
              />
              {editable && entry.item === null && (
                <IconButton
                  size="sm"
                  label={t('tickets.checklist.remove', { text: words })}
                  icon={<Trash2 />}
                  onClick={() => step.mutate({ do: 'remove', entryId: entry.id })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {editable && (
        <form
          className="mt-1"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') step.mutate({ do: 'add', text: text.trim() });
          }}
        >
          <Input
            aria-label={t('tickets.checklist.add')}
            placeholder={t('tickets.checklist.add')}
            icon={<Plus />}
            maxLength={200}
            value={text}
            onValueChange={setText}
          />
        </form>
      )}
      <FormError error={step.error} className="mt-2" />
    </Section>
  );
}
