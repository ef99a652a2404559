import { useT } from '../../i18n/i18n.tsx';
import { Switch } from '../../ui/switch.tsx';
import { draftOfWeek, usualWeek, type WeekDraft } from '../sla/admin/day-hours.ts';
import { WeekFields, ZoneField } from '../sla/admin/week-fields.tsx';

interface ScheduleFieldsProps {
  value: WeekDraft | null;
  onChange: (value: WeekDraft | null) => void;
  tried: boolean;
}

/** The hours in which conversations are offered to an agent; without, whenever they are online. */
export function ScheduleFields({ value, onChange, tried }: ScheduleFieldsProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-4">
      <Switch
        checked={value !== null}
        onChange={(on) => onChange(on ? draftOfWeek(usualWeek()) : null)}
        label={t('people.schedule')}
        hint={t('people.schedule.hint')}
      />
      {value && (
        <div className="flex flex-col gap-4 border-s-2 border-line ps-4">
          <ZoneField value={value} onChange={onChange} />
          <WeekFields value={value} onChange={onChange} tried={tried} />
        </div>
      )}
    </div>
  );
}
