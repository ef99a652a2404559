import { channels, type SlaConditions, tier } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTicketChoices } from '../../tickets/choices.ts';
import { channelLabel } from '../../tickets/marks/channel-mark.tsx';

interface ConditionFieldsProps {
  value: SlaConditions;
  onChange: (value: SlaConditions) => void;
}

/** For which tickets a policy is; what is left empty allows any. */
export function ConditionFields({ value, onChange }: ConditionFieldsProps) {
  const t = useT();
  const choices = useTicketChoices();
  const change = (part: Partial<SlaConditions>) => onChange({ ...value, ...part });
  const any = t('sla.condition.any');
  const verified = value.verified === null ? 'any' : value.verified ? 'yes' : 'no';
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-base font-semibold">{t('sla.conditions')}</legend>
      <p className="text-sm text-ink-3">{t('sla.conditions.text')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('tickets.column.category')}>
          <MultiSelect
            anyOf
            value={value.categories}
            onChange={(categories) => change({ categories })}
            options={choices.categories}
            placeholder={any}
          />
        </Field>
        <Field label={t('tickets.column.priority')}>
          <MultiSelect
            anyOf
            value={value.priorities}
            onChange={(priorities) => change({ priorities })}
            options={choices.priorities}
            placeholder={any}
          />
        </Field>
        <Field label={t('sla.condition.tier')}>
          <MultiSelect
            anyOf
            value={value.tiers}
            onChange={(tiers) => change({ tiers })}
            options={tier.options.map((it) => ({ value: it, label: t(`sla.tier.${it}`) }))}
            placeholder={any}
          />
        </Field>
        <Field label={t('tickets.column.channel')}>
          <MultiSelect
            anyOf
            value={value.channels}
            onChange={(wanted) => change({ channels: wanted })}
            options={channels.map((it) => ({ value: it, label: channelLabel(t, it) }))}
            placeholder={any}
          />
        </Field>
        <Field label={t('tickets.column.language')}>
          <MultiSelect
            anyOf
            value={value.languages}
            onChange={(languages) => change({ languages })}
            options={choices.languages}
            placeholder={any}
          />
        </Field>
        <Field label={t('sla.condition.verified')}>
          <Select
            value={verified}
            onChange={(next) => change({ verified: next === 'any' ? null : next === 'yes' })}
            options={[
              { value: 'any', label: any },
              { value: 'yes', label: t('sla.verified.yes') },
              { value: 'no', label: t('sla.verified.no') },
            ]}
          />
        </Field>
      </div>
    </fieldset>
  );
}
