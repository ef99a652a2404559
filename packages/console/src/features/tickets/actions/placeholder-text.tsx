import { maximumCommentLength } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

/** Those that are needed most; the others are in the user guide. */
const common = [
  'customer.name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  'field.amount',
  'field.asset',
];

interface PlaceholderTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A text about a ticket, in which placeholders stand for what is different each time. */
export function PlaceholderText({ label, value, onChange }: PlaceholderTextProps) {
  const t = useT();
  const format = useFormat();
  const names = format.list(common.map((name) => `{${name}}`));
  return (
    <Field label={label} hint={t('actions.text.hint', { names })}>
      <Textarea
        dir="auto"
        rows={3}
        maxLength={maximumCommentLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
