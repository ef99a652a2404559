import { type CalendarException, maximumExceptions } from '@fairlead/contract';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { type HoursDraft, hoursOf } from './day-hours.ts';
import { HoursFields } from './hours-fields.tsx';
import { writeTime } from './time-units.ts';

interface ExceptionFieldsProps {
  value: readonly CalendarException[];
  onChange: (value: CalendarException[]) => void;
}

/** Single days on which other hours hold, or none. */
export function ExceptionFields({ value, onChange }: ExceptionFieldsProps) {
  const t = useT();
  const format = useFormat();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-base font-semibold">{t('sla.exceptions')}</legend>
      <p className="text-sm text-ink-3">{t('sla.exceptions.text')}</p>
      {value.length > 0 && (
        <ul className="max-h-56 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {value.map((exception) => {
            const { date, name, intervals } = exception;
            const hours = intervals.map(({ from, to }) => `${writeTime(from)}–${writeTime(to)}`);
            return (
              <li key={date} className="flex items-center gap-3 py-1 ps-3 pe-1 text-sm">
                <time dateTime={date} className="w-28 shrink-0">
                  {format.date(date)}
                </time>
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-ink-3 tabular-nums">{hours.join(', ') || t('sla.hours.none')}</span>
                <IconButton
                  size="sm"
                  label={t('sla.exception.remove', { date: format.date(date) })}
                  icon={<Trash2 />}
                  onClick={() => onChange(value.filter((it) => it !== exception))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {value.length < maximumExceptions && (
        <NewException
          taken={value.map((it) => it.date)}
          onAdd={(added) => onChange([...value, added].sort((a, b) => (a.date < b.date ? -1 : 1)))}
        />
      )}
    </fieldset>
  );
}

function NewException({ taken, onAdd }: { taken: string[]; onAdd: (added: CalendarException) => void }) {
  const t = useT();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [hours, setHours] = useState<HoursDraft[]>([]);
  const [tried, setTried] = useState(false);
  const checked = hoursOf(hours);
  const again = taken.includes(date);
  const add = () => {
    if (date === '' || again || 'error' in checked) return setTried(true);
    onAdd({ date, name: name.trim(), intervals: checked.day });
    setDate('');
    setName('');
    setHours([]);
    setTried(false);
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Field
          label={t('sla.exception.date')}
          error={tried && (again ? t('sla.exception.again') : date === '' && t('sla.exception.date.missing'))}
        >
          <Input type="date" value={date} onValueChange={setDate} />
        </Field>
        <Field label={t('sla.exception.name')}>
          <Input maxLength={120} value={name} onValueChange={setName} />
        </Field>
      </div>
      <HoursFields day={t('sla.exception.day')} value={hours} onChange={setHours} tried={tried} />
      <Button size="sm" icon={<Plus />} className="self-start" onClick={add}>
        {t('sla.exception.add')}
      </Button>
    </div>
  );
}
