import {
  CallError,
  endpoints,
  type FieldKey,
  maximumFieldLength,
  type Network,
  networks,
  type TicketDetail,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { putTicketDetail } from '../../../live/ticket-to-cache.ts';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { LongId } from '../../inbox/thread/long-id.tsx';
import { type EvidenceField, evidenceOf } from './evidence-of.ts';
import { Section } from './section.tsx';

/** What proves the case: the form of the ticket's category, each field saved as it is left. */
export function Evidence({ ticket, editable }: { ticket: TicketDetail; editable: boolean }) {
  const t = useT();
  return (
    <Section title={t('tickets.evidence')}>
      <div className="flex flex-col gap-3">
        {evidenceOf(ticket.category, ticket.fields).map((field) => (
          <EvidenceEntry key={field.key} field={field} ticket={ticket} editable={editable} />
        ))}
      </div>
    </Section>
  );
}

interface EvidenceEntryProps {
  field: EvidenceField;
  ticket: TicketDetail;
  editable: boolean;
}

function EvidenceEntry({ field, ticket, editable }: EvidenceEntryProps) {
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
  const leave = (value = text) => {
    if (value.trim() !== held) save.mutate(value.trim());
  };
  const label = (
    <span className="flex items-center gap-1.5">
      {t(`field.${key}`)}
      {save.isSuccess && text === held && held !== '' && (
        <span className="text-success-text" title={t('ui.saved')}>
          <CircleCheck className="size-3.5" aria-hidden />
          <span className="sr-only">{t('ui.saved')}</span>
        </span>
      )}
    </span>
  );
  const hint = field.kept
    ? t('tickets.evidence.kept')
    : field.required
      ? t('tickets.evidence.required')
      : undefined;
  const control = { value: text, disabled: !editable, maxLength: maximumFieldLength[type] };
  return (
    <div>
      <Field
        label={label}
        hint={held === '' || field.kept ? hint : undefined}
        error={save.error && errorOf(save.error, key, errorText)}
      >
        {field.choices.length > 0 ? (
          <Select
            value={text}
            onChange={(value) => {
              setText(value);
              leave(value);
            }}
            options={[
              { value: '', label: t('tickets.evidence.unknown') },
              ...field.choices.map((value) => ({ value, label: choiceLabel(t, key, value) })),
            ]}
            disabled={!editable}
          />
        ) : type === 'text' ? (
          <Textarea
            {...control}
            rows={key === 'description' ? 3 : 1}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => leave()}
          />
        ) : (
          <Input
            {...control}
            type={type === 'date' ? 'date' : 'text'}
            mono={['txid', 'address', 'memo', 'order_id', 'error_code'].includes(type)}
            onValueChange={setText}
            onBlur={() => leave()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
            }}
          />
        )}
      </Field>
      {(type === 'txid' || type === 'address') && held !== '' && (
        <div className="mt-1">
          <LongId text={held} />
        </div>
      )}
    </div>
  );
}

/** A refusal of this very field in words that fit it; of another, or of something else, as it is. */
function errorOf(error: unknown, key: FieldKey, errorText: (error: unknown) => string): string {
  if (error instanceof CallError && error.code === 'request.invalid') {
    return errorText(new CallError('ticket.field_invalid', { field: key }, error.status));
  }
  return errorText(error);
}

/** What a choice is called; networks call themselves the same in every language. */
export function choiceLabel(t: ReturnType<typeof useT>, key: FieldKey, value: string): string {
  const network =
    key === 'network' && Object.hasOwn(networks, value) ? networks[value as Network].name : null;
  if (network) return network;
  return t(`choice.${key}.${value}` as Parameters<typeof t>[0]);
}
