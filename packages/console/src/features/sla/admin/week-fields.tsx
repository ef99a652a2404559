import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { hoursOf, type WeekDraft } from './day-hours.ts';
import { HoursFields } from './hours-fields.tsx';

interface WeekFieldsProps {
  value: WeekDraft;
  onChange: (value: WeekDraft) => void;
  /** Errors show from the first attempt to save on. */
  tried: boolean;
}

/** The hours of a week, from Monday to Sunday. */
export function WeekFields({ value, onChange, tried }: WeekFieldsProps) {
  const t = useT();
  const format = useFormat();
  const { week } = value;
  const set = (next: WeekDraft['week']) => onChange({ ...value, week: next });
  const empty = week.every((draft) => draft.length === 0);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-base font-semibold">{t('sla.week')}</legend>
      <p className="text-sm text-ink-3">{t('sla.week.text')}</p>
      {week.map((draft, day) => (
        <div key={day} className="grid items-start gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <span className="pt-1.5 text-sm font-medium">{format.weekday(day)}</span>
          <HoursFields
            day={format.weekday(day)}
            value={draft}
            onChange={(next) => set(week.with(day, next))}
            tried={tried}
          />
        </div>
      ))}
      {tried && empty && week.every((draft) => 'day' in hoursOf(draft)) && (
        <p role="alert" className="text-sm text-danger-text">
          {t('sla.week.never')}
        </p>
      )}
      <Button
        size="sm"
        className="self-start"
        onClick={() => set(week.map((draft, day) => (day > 0 && day < 5 ? (week[0] ?? []) : draft)))}
      >
        {t('sla.week.copy')}
      </Button>
    </fieldset>
  );
}

/** The zone by whose clocks the hours of a week are meant. */
export function ZoneField({ value, onChange }: Pick<WeekFieldsProps, 'value' | 'onChange'>) {
  const t = useT();
  const { timeZone } = value;
  const zones = useMemo(
    () =>
      [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])].map((it) => ({
        value: it,
        label: it,
      })),
    [timeZone],
  );
  return (
    <Field label={t('sla.calendar.zone')} hint={t('sla.calendar.zone.hint')}>
      <Select value={timeZone} onChange={(next) => onChange({ ...value, timeZone: next })} options={zones} />
    </Field>
  );
}
