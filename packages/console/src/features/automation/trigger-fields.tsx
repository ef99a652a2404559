import { minimumEveryMinutes, type RuleTrigger, ruleEvents } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';

interface TriggerFieldsProps {
  value: RuleTrigger;
  onChange: (value: RuleTrigger) => void;
  tried: boolean;
}

/** When a rule is run: when something happens, or every so many minutes. */
export function TriggerFields({ value, onChange, tried }: TriggerFieldsProps) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('automation.when.on')}>
        <Select
          value={value.on}
          onChange={(on) =>
            onChange(on === 'time' ? { on, everyMinutes: 60 } : { on, events: ['ticket_opened'] })
          }
          options={[
            { value: 'event', label: t('automation.when.event') },
            { value: 'time', label: t('automation.when.time') },
          ]}
        />
      </Field>
      {value.on === 'event' ? (
        <Field
          label={t('automation.when.events')}
          error={tried && value.events.length === 0 ? t('automation.when.events.missing') : undefined}
        >
          <MultiSelect
            anyOf
            value={value.events}
            onChange={(events) => onChange({ on: 'event', events })}
            options={ruleEvents.map((it) => ({ value: it, label: t(`automation.event.${it}`) }))}
            placeholder={t('actions.choose')}
          />
        </Field>
      ) : (
        <Field label={t('automation.when.every')} hint={t('automation.when.every.hint')}>
          <NumberInput
            value={value.everyMinutes}
            onChange={(everyMinutes) => onChange({ on: 'time', everyMinutes })}
            min={minimumEveryMinutes}
            max={1440}
            step={5}
            unit={t('automation.when.minutes')}
          />
        </Field>
      )}
    </div>
  );
}
