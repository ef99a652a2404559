import { type CalendarBody, endpoints, type SlaCalendar, type WorkingWeek } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { draftOfWeek, usualWeek, weekOf } from './day-hours.ts';
import { ExceptionFields } from './exception-fields.tsx';
import { HolidayImport } from './holiday-import.tsx';
import { calendarsQuery } from './sla-admin-queries.ts';
import { WeekFields, ZoneField } from './week-fields.tsx';

/** Makes a calendar, or changes one. */
export function CalendarDialog({ calendar, onClose }: { calendar: SlaCalendar | null; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const form = useId();
  const [name, setName] = useState(calendar?.name ?? '');
  const [draft, setDraft] = useState(() => draftOfWeek(calendar ?? usualWeek()));
  const [exceptions, setExceptions] = useState(calendar?.exceptions ?? []);
  const week = weekOf(draft);
  const save = useMutation({
    mutationFn: (hours: WorkingWeek) => {
      const body: CalendarBody = { name: name.trim(), ...hours, exceptions };
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
        valid={named && week !== null}
        onSubmit={() => week && save.mutate(week)}
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
              <ZoneField value={draft} onChange={setDraft} />
            </div>
            <WeekFields value={draft} onChange={setDraft} tried={tried} />
            <ExceptionFields value={exceptions} onChange={setExceptions} />
            <HolidayImport exceptions={exceptions} onAdd={setExceptions} />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
