import { type CalendarBody, endpoints, type SlaCalendar } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Day, draftOf, type HoursDraft, hoursOf } from './day-hours.ts';
import { ExceptionFields } from './exception-fields.tsx';
import { HolidayImport } from './holiday-import.tsx';
import { HoursFields } from './hours-fields.tsx';
import { calendarsQuery } from './sla-admin-queries.ts';

const office: Day = [{ from: 540, to: 1080 }];
const usualWeek = [office, office, office, office, office, [], []];
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes a calendar, or changes one. */
export function CalendarDialog({ calendar, onClose }: { calendar: SlaCalendar | null; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const form = useId();
  const [name, setName] = useState(calendar?.name ?? '');
  const [timeZone, setTimeZone] = useState(calendar?.timeZone ?? ownZone());
  const [week, setWeek] = useState<HoursDraft[][]>(() => (calendar?.week ?? usualWeek).map(draftOf));
  const [exceptions, setExceptions] = useState(calendar?.exceptions ?? []);
  const zones = useMemo(
    () =>
      [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])].map((it) => ({
        value: it,
        label: it,
      })),
    [timeZone],
  );
  const days = week.map(hoursOf);
  const whole = days.flatMap((it) => ('day' in it ? [it.day] : []));
  const open = whole.some((day) => day.length > 0);
  const save = useMutation({
    mutationFn: () => {
      const body: CalendarBody = {
        name: name.trim(),
        timeZone,
        week: whole as CalendarBody['week'],
        exceptions,
      };
      return calendar
        ? call(endpoints.sla.updateCalendar, { params: { id: calendar.id }, body })
        : call(endpoints.sla.createCalendar, { body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      toast.show({ title: t('ui.saved'), tone: 'success' });
      onClose();
    },
  });
  const named = name.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      keepOpenOutside
      size="lg"
      title={calendar ? t('sla.calendar.edit', { name: calendar.name }) : t('sla.calendar.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && whole.length === 7 && open}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-6"
      >
        {(tried) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('sla.calendar.name')}
                error={tried && !named ? t('sla.calendar.name.missing') : undefined}
              >
                <Input maxLength={80} value={name} onValueChange={setName} />
              </Field>
              <Field label={t('sla.calendar.zone')} hint={t('sla.calendar.zone.hint')}>
                <Select value={timeZone} onChange={setTimeZone} options={zones} />
              </Field>
            </div>
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1 text-base font-semibold">{t('sla.week')}</legend>
              <p className="text-sm text-ink-3">{t('sla.week.text')}</p>
              {week.map((draft, day) => (
                <div key={day} className="grid items-start gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
                  <span className="pt-1.5 text-sm font-medium">{format.weekday(day)}</span>
                  <HoursFields
                    day={format.weekday(day)}
                    value={draft}
                    onChange={(next) => setWeek(week.with(day, next))}
                    tried={tried}
                  />
                </div>
              ))}
              {tried && whole.length === 7 && !open && (
                <p role="alert" className="text-sm text-danger-text">
                  {t('sla.week.never')}
                </p>
              )}
              <Button
                size="sm"
                className="self-start"
                onClick={() =>
                  setWeek(week.map((draft, day) => (day > 0 && day < 5 ? (week[0] ?? []) : draft)))
                }
              >
                {t('sla.week.copy')}
              </Button>
            </fieldset>
            <ExceptionFields value={exceptions} onChange={setExceptions} />
            <HolidayImport exceptions={exceptions} onAdd={setExceptions} />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
