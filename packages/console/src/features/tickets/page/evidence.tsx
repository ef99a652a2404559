import { CallError, endpoints, type FormKey, type TicketDetail } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { putTicketDetail } from '../../../live/ticket-to-cache.ts';
import { LongId } from '../../inbox/thread/long-id.tsx';
import { FormFieldInput } from '../forms/form-field-input.tsx';
import { type Forms, useForms } from '../forms/use-forms.ts';
import { type EvidenceField, evidenceOf } from './evidence-of.ts';
import { Section } from './section.tsx';

/** What proves the case: the form of the ticket's category, each field saved as it is left. */
export function Evidence({ ticket, editable }: { ticket: TicketDetail; editable: boolean }) {
  const t = useT();
  const forms = useForms();
  return (
    <Section title={t('tickets.evidence')}>
      <div className="flex flex-col gap-3">
        {evidenceOf(forms.book, ticket.category, ticket.fields).map((field) => (
          <EvidenceEntry key={field.key} field={field} forms={forms} ticket={ticket} editable={editable} />
        ))}
      </div>
    </Section>
  );
}

interface EvidenceEntryProps {
  field: EvidenceField;
  forms: Forms;
  ticket: TicketDetail;
  editable: boolean;
}

function EvidenceEntry({ field, forms, ticket, editable }: EvidenceEntryProps) {
  const t = useT();
  const errorText = useErrorText();
  const client = useQueryClient();
  const { key, type } = field;
  const held = ticket.fields[key] ?? '';
  const [text, setText] = useState(held);
  const [seen, setSeen] = useState(held);
  // Somebody else filled it in, or the server tidied it.
  if (seen !== held) {
    setSeen(held);
    setText(held);
  }
  const save = useMutation({
    mutationFn: (value: string) =>
      call(endpoints.tickets.update, { params: { id: ticket.id }, body: { fields: { [key]: value } } }),
    onSuccess: (detail) => putTicketDetail(client, detail),
  });
  const leave = (value: string) => {
    if (value.trim() !== held) save.mutate(value.trim());
  };
  const label = (
    <span className="flex items-center gap-1.5">
      {forms.labelOf(field)}
      {save.isSuccess && text === held && held !== '' && (
        <span className="text-success-text" title={t('ui.saved')}>
          <CircleCheck className="size-3.5" aria-hidden />
          <span className="sr-only">{t('ui.saved')}</span>
        </span>
      )}
    </span>
  );
  const need = field.kept
    ? t('tickets.evidence.kept')
    : field.toSolve
      ? t('tickets.evidence.to_solve')
      : field.required
        ? t('tickets.evidence.required')
        : null;
  const hint = [forms.helpOf(field), held === '' || field.kept ? need : null].filter(Boolean).join(' ');
  return (
    <div>
      <FormFieldInput
        field={field}
        forms={forms}
        label={label}
        hint={hint || undefined}
        error={save.error && errorOf(save.error, key, errorText)}
        value={text}
        disabled={!editable}
        onChange={setText}
        onLeave={leave}
      />
      {(type === 'txid' || type === 'address') && held !== '' && (
        <div className="mt-1">
          <LongId text={held} />
        </div>
      )}
    </div>
  );
}

/** A refusal of this very field in words that fit it; of another, or of something else, as it is. */
function errorOf(error: unknown, key: FormKey, errorText: (error: unknown) => string): string {
  if (error instanceof CallError && error.code === 'request.invalid') {
    return errorText(new CallError('ticket.field_invalid', { field: key }, error.status));
  }
  return errorText(error);
}
