import { maximumTags, type TicketDetail } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTicketChoices } from '../choices.ts';
import { PriorityIcon } from '../marks/priority-mark.tsx';
import { Section } from './section.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface PropertiesProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
}

/** How a ticket is sorted, who has it and who follows it. */
export function Properties({ ticket, actions, editable }: PropertiesProps) {
  const t = useT();
  const choices = useTicketChoices();
  const disabled = !editable;
  const nobody = { value: '', label: t('tickets.nobody') };
  return (
    <Section title={t('tickets.properties')}>
      <div className="flex flex-col gap-3">
        <Field label={t('tickets.column.category')}>
          <Select
            value={ticket.category}
            onChange={(category) => void actions.update({ category })}
            options={choices.categories}
            disabled={disabled}
          />
        </Field>
        <Field label={t('tickets.column.priority')}>
          <Select
            value={ticket.priority}
            onChange={(priority) => void actions.update({ priority })}
            options={choices.priorities.map((option) => ({
              ...option,
              icon: <PriorityIcon priority={option.value} />,
            }))}
            disabled={disabled}
            className="[&_svg]:size-4"
          />
        </Field>
        <Field label={t('tickets.column.team')}>
          <Select
            value={ticket.teamId ?? ''}
            onChange={(teamId) =>
              teamId && void actions.assign({ to: 'team', teamId }, { teamId, assigneeId: null })
            }
            options={[{ value: '', label: t('tickets.team.none'), disabled: true }, ...choices.teams]}
            disabled={disabled}
          />
        </Field>
        <Field label={t('tickets.column.assignee')}>
          <Select
            value={ticket.assigneeId ?? ''}
            onChange={(agentId) =>
              void actions.assign(agentId ? { to: 'agent', agentId } : { to: 'nobody' }, {
                assigneeId: agentId || null,
              })
            }
            options={[nobody, ...choices.agents]}
            disabled={disabled}
          />
        </Field>
        {editable && (
          <>
            <Field label={t('tickets.followers')}>
              <MultiSelect
                value={ticket.followerIds}
                onChange={(agentIds) => void actions.setFollowers(agentIds)}
                options={choices.agents}
                placeholder={t('tickets.followers.none')}
              />
            </Field>
            <Field label={t('tickets.column.tags')}>
              <TagInput
                value={ticket.tags}
                onChange={(tags) => void actions.update({ tags })}
                maximumLength={40}
                maximumCount={maximumTags}
                placeholder={t('tickets.tags.hint')}
              />
            </Field>
          </>
        )}
      </div>
    </Section>
  );
}
