import type { TicketView } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan, useMe } from '../../../session.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTicketChoices } from '../choices.ts';

type Sharing = TicketView['sharing'];

/** With whom one may share: one's own teams, and with the right for it everybody and every team. */
export function SharingField({ value, onChange }: { value: Sharing; onChange: (sharing: Sharing) => void }) {
  const t = useT();
  const manage = useCan()('tickets.manage');
  const { teamIds } = useMe().agent;
  const { teams } = useTicketChoices();
  const within = teams.filter((team) => manage || teamIds.includes(team.value));
  return (
    <Field label={t('tickets.views.sharing')}>
      <Select
        value={typeof value === 'string' ? value : value.teamId}
        onChange={(next) => onChange(next === 'personal' || next === 'all' ? next : { teamId: next })}
        options={[
          { value: 'personal', label: t('tickets.views.sharing.personal') },
          ...(manage || value === 'all' ? [{ value: 'all', label: t('tickets.views.sharing.all') }] : []),
          ...within.map((team) => ({
            value: team.value,
            label: t('tickets.views.sharing.team', { team: team.label }),
          })),
        ]}
      />
    </Field>
  );
}
