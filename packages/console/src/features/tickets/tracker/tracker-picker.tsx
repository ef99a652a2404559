import { useT } from '../../../i18n/i18n.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Picker } from '../../inbox/actions/picker.tsx';
import { useTicketList } from '../list/use-ticket-list.ts';
import { StatusBadge } from '../marks/status-badge.tsx';

const trackers = {
  filter: {
    all: [
      { field: 'tracker' as const },
      {
        field: 'status' as const,
        in: ['new' as const, 'open' as const, 'pending' as const, 'on_hold' as const],
      },
    ],
    any: [],
  },
};

interface TrackerPickerProps {
  /** Not offered. */
  without?: readonly string[];
  onChoose: (trackerId: string) => void;
  /** What went wrong with the choice. */
  error: Error | null;
}

/** Chooses one of the trackers that are worked on. */
export function TrackerPicker({ without = [], onChoose, error }: TrackerPickerProps) {
  const t = useT();
  const list = useTicketList(trackers);
  return (
    <>
      <Picker
        label={t('tickets.tracker')}
        placeholder={t('tickets.tracker.search')}
        empty={t(list.loading ? 'ui.loading' : 'tickets.tracker.none')}
        options={list.items
          .filter(({ id }) => !without.includes(id))
          .map((tracker) => ({
            id: tracker.id,
            name: `${tracker.number} ${tracker.subject}`,
            content: (
              <>
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {t('tickets.named', { number: String(tracker.number), subject: tracker.subject })}
                </span>
                <StatusBadge status={tracker.status} />
              </>
            ),
          }))}
        onChoose={onChoose}
      />
      <FormError error={error ?? list.error} className="mt-3" />
    </>
  );
}
