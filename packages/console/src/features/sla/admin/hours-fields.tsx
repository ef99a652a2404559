import { Plus, Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { type HoursDraft, hoursOf } from './day-hours.ts';

interface HoursFieldsProps {
  /** The day, for those who do not see where it stands. */
  day: string;
  value: readonly HoursDraft[];
  onChange: (value: HoursDraft[]) => void;
  /** Errors show from the first attempt to save on. */
  tried: boolean;
}

/** The hours of one day, with as many breaks as there are; none is a day off. */
export function HoursFields({ day, value, onChange, tried }: HoursFieldsProps) {
  const t = useT();
  const checked = hoursOf(value);
  const error = tried && 'error' in checked ? checked.error : null;
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {value.length === 0 && <span className="text-sm text-ink-3">{t('sla.hours.none')}</span>}
        {value.map((hours, index) => {
          const names = { day, place: index + 1 };
          return (
            <span key={index} className="inline-flex items-center gap-1">
              <Input
                aria-label={t('sla.hours.from', names)}
                aria-invalid={error !== null}
                value={hours.from}
                onValueChange={(from) => onChange(value.with(index, { ...hours, from }))}
                inputMode="numeric"
                className="w-17! tabular-nums"
              />
              <span aria-hidden>–</span>
              <Input
                aria-label={t('sla.hours.to', names)}
                aria-invalid={error !== null}
                value={hours.to}
                onValueChange={(to) => onChange(value.with(index, { ...hours, to }))}
                inputMode="numeric"
                className="w-17! tabular-nums"
              />
              <IconButton
                size="sm"
                label={t('sla.hours.remove', names)}
                icon={<Trash2 />}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </span>
          );
        })}
        <Button
          size="sm"
          variant="quiet"
          icon={<Plus />}
          aria-label={t('sla.hours.add.named', { day })}
          onClick={() =>
            onChange([...value, value.length === 0 ? { from: '09:00', to: '18:00' } : { from: '', to: '' }])
          }
        >
          {t('sla.hours.add')}
        </Button>
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm text-danger-text">
          {t(`sla.hours.error.${error}`)}
        </p>
      )}
    </div>
  );
}
