import { endpoints, type SlaCalendar } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarDays, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { CalendarDialog } from './calendar-dialog.tsx';
import { calendarsQuery } from './sla-admin-queries.ts';
import { writeTime } from './time-units.ts';

/** The hours by which promises count that are not kept around the clock. */
export function CalendarsTab() {
  const t = useT();
  const manage = useCan()('sla.manage');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(calendarsQuery);
  const [editing, setEditing] = useState<SlaCalendar | 'new' | null>(null);
  const [removing, setRemoving] = useState<SlaCalendar | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-ink-3">{t('sla.calendars.text')}</p>
        {manage && (
          <Button variant="primary" icon={<Plus />} onClick={() => setEditing('new')}>
            {t('sla.calendar.add')}
          </Button>
        )}
      </div>
      {data.length === 0 ? (
        <EmptyState icon={<CalendarDays />} title={t('sla.calendars.none')}>
          {t('sla.calendars.none.text')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {data.map((calendar) => (
            <li
              key={calendar.id}
              className="flex items-start gap-2 rounded-lg border border-line bg-surface px-4 py-3"
            >
              <CalendarWords calendar={calendar} />
              {manage && (
                <>
                  <IconButton
                    label={t('sla.calendar.edit', { name: calendar.name })}
                    icon={<Pencil />}
                    onClick={() => setEditing(calendar)}
                  />
                  <IconButton
                    label={t('sla.calendar.remove.named', { name: calendar.name })}
                    icon={<Trash2 />}
                    onClick={() => setRemoving(calendar)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <CalendarDialog calendar={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('sla.calendar.remove.title', { name: removing?.name ?? '' })}
        confirmLabel={t('sla.calendar.remove')}
        onConfirm={async () => {
          if (removing) await call(endpoints.sla.deleteCalendar, { params: { id: removing.id } });
          await client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
        }}
      >
        {t('sla.calendar.remove.text')}
      </ConfirmDialog>
    </div>
  );
}

function CalendarWords({ calendar }: { calendar: SlaCalendar }) {
  const t = useT();
  const format = useFormat();
  const { name, timeZone, week, exceptions, usedBy } = calendar;
  const hours = week.map((day) =>
    day.map(({ from, to }) => `${writeTime(from)}–${writeTime(to)}`).join(', '),
  );
  return (
    <div className="min-w-0 flex-1">
      <h3 className="font-semibold">{name}</h3>
      <p className="text-sm text-ink-2">{timeZone}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-sm text-ink-3">
        {hours.map((text, day) => (
          <div key={day} className="contents">
            <dt>{format.weekday(day)}</dt>
            <dd className="tabular-nums">{text || t('sla.hours.none')}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-sm text-ink-3">
        {t('sla.exceptions.count', { count: exceptions.length })}
        {' · '}
        {usedBy.length > 0
          ? t('sla.calendar.used', { policies: format.list(usedBy) })
          : t('sla.calendar.unused')}
      </p>
    </div>
  );
}
