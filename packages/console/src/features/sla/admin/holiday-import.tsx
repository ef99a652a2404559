import { type CalendarException, endpoints, maximumIcal } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';

interface HolidayImportProps {
  exceptions: readonly CalendarException[];
  onAdd: (exceptions: CalendarException[]) => void;
}

/** Takes days off from an iCal file, after showing which. Days that have an exception already keep it. */
export function HolidayImport({ exceptions, onAdd }: HolidayImportProps) {
  const t = useT();
  const format = useFormat();
  const file = useRef<HTMLInputElement>(null);
  const [years, setYears] = useState(2);
  const [tooLarge, setTooLarge] = useState(false);
  const preview = useMutation({
    mutationFn: (ical: string) =>
      call(endpoints.sla.previewHolidays, {
        body: { ical, fromYear: new Date().getFullYear(), years },
      }),
  });
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    setTooLarge(chosen.size > maximumIcal);
    preview.reset();
    if (chosen.size <= maximumIcal) preview.mutate(await chosen.text());
  };
  const known = new Set(exceptions.map((it) => it.date));
  const added = (preview.data?.holidays ?? []).filter(({ date }) => !known.has(date));
  return (
    <section aria-label={t('sla.import')} className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t('sla.import')}</h3>
      <p className="text-sm text-ink-3">{t('sla.import.text')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <NumberInput
          label={t('sla.import.years')}
          value={years}
          onChange={setYears}
          min={1}
          max={10}
          unit={t('sla.import.years.unit')}
        />
        <Button icon={<FileUp />} loading={preview.isPending} onClick={() => file.current?.click()}>
          {t('sla.import.choose')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".ics,text/calendar"
          aria-label={t('sla.import.choose')}
          className="hidden"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {tooLarge && (
        <p role="alert" className="text-sm text-danger-text">
          {t('sla.import.large')}
        </p>
      )}
      <FormError error={preview.error} />
      {preview.data && (
        <div className="rounded-md border border-line p-3 text-sm" role="status">
          <p className="font-medium">
            {t('sla.import.found', { count: added.length })}
            {preview.data.leftOut > 0 && (
              <span className="font-normal text-ink-3">
                {' '}
                {t('sla.import.left_out', { count: preview.data.leftOut })}
              </span>
            )}
          </p>
          <ul className="mt-1 max-h-40 overflow-y-auto text-ink-2">
            {added.map(({ date, name }) => (
              <li key={date}>
                <time dateTime={date}>{format.date(date)}</time> {name}
              </li>
            ))}
          </ul>
          {added.length > 0 && (
            <Button
              size="sm"
              variant="primary"
              className="mt-2"
              onClick={() => {
                const all = [...exceptions, ...added.map((it) => ({ ...it, intervals: [] }))];
                onAdd(all.sort((a, b) => (a.date < b.date ? -1 : 1)));
                preview.reset();
              }}
            >
              {t('sla.import.add', { count: added.length })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
