import type { TicketAction } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTicketChoices } from '../choices.ts';
import { PlaceholderText } from './placeholder-text.tsx';
import { ReplyFields } from './reply-fields.tsx';

interface ActionFieldsProps {
  action: TicketAction;
  onChange: (action: TicketAction) => void;
}

/** What an action does exactly: its fields, by its kind. */
export function ActionFields({ action, onChange }: ActionFieldsProps) {
  const t = useT();
  const choices = useTicketChoices();
  const label = t(`actions.${action.do}`);
  const choose = { value: '', label: t('actions.choose') };
  switch (action.do) {
    case 'set_status':
      return (
        <Select
          label={label}
          value={action.status}
          onChange={(status) => onChange({ ...action, status })}
          options={choices.statuses.flatMap(({ value, label: name }) =>
            value === 'new' ? [] : [{ value, label: name }],
          )}
        />
      );
    case 'set_priority':
      return (
        <Select
          label={label}
          value={action.priority}
          onChange={(priority) => onChange({ ...action, priority })}
          options={choices.priorities}
        />
      );
    case 'set_category':
      return (
        <Select
          label={label}
          value={action.category}
          onChange={(category) => onChange({ ...action, category })}
          options={choices.categories}
        />
      );
    case 'set_team':
      return (
        <Select
          label={label}
          value={action.teamId}
          onChange={(teamId) => onChange({ ...action, teamId })}
          options={[choose, ...choices.teams]}
        />
      );
    case 'set_assignee':
      return (
        <Select
          label={label}
          value={action.agentId ?? ''}
          onChange={(id) => onChange({ ...action, agentId: id || null })}
          options={[{ value: '', label: t('actions.release') }, ...choices.agents]}
        />
      );
    case 'add_tags':
    case 'remove_tags':
      return (
        <TagInput
          label={label}
          value={action.tags}
          onChange={(tags) => onChange({ ...action, tags })}
          maximumLength={40}
          maximumCount={20}
          placeholder={t('tickets.tags.hint')}
        />
      );
    case 'add_followers':
      return (
        <MultiSelect
          label={label}
          value={action.agentIds}
          onChange={(agentIds) => onChange({ ...action, agentIds })}
          options={choices.agents}
          placeholder={t('actions.choose')}
        />
      );
    case 'add_checklist':
      return (
        <TagInput
          label={t('actions.entries')}
          value={action.entries}
          onChange={(entries) => onChange({ ...action, entries })}
          maximumLength={200}
          maximumCount={20}
          placeholder={t('actions.entries.hint')}
        />
      );
    case 'write_note':
      return (
        <PlaceholderText
          label={t('actions.text')}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
        />
      );
    case 'reply':
      return <ReplyFields action={action} onChange={onChange} />;
    case 'notify':
      return (
        <div className="flex flex-col gap-3">
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('actions.agents')}>
              <MultiSelect
                value={action.agentIds}
                onChange={(agentIds) => onChange({ ...action, agentIds })}
                options={choices.agents}
                placeholder={t('actions.choose')}
              />
            </Field>
            <Field label={t('actions.team')}>
              <Select
                value={action.teamId ?? ''}
                onChange={(id) => onChange({ ...action, teamId: id || null })}
                options={[{ value: '', label: t('actions.team.none') }, ...choices.teams]}
              />
            </Field>
          </div>
          <PlaceholderText
            label={t('actions.text')}
            value={action.text}
            onChange={(text) => onChange({ ...action, text })}
          />
        </div>
      );
    case 'open_child':
      return (
        <div className="flex flex-col gap-3">
          <Field label={t('actions.subject')}>
            <Input
              maxLength={200}
              value={action.subject}
              onValueChange={(subject) => onChange({ ...action, subject })}
            />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('tickets.column.category')}>
              <Select
                value={action.category}
                onChange={(category) => onChange({ ...action, category })}
                options={choices.categories}
              />
            </Field>
            <Field label={t('actions.team')}>
              <Select
                value={action.teamId}
                onChange={(teamId) => onChange({ ...action, teamId })}
                options={[choose, ...choices.teams]}
              />
            </Field>
          </div>
          <Checkbox
            checked={action.waits}
            onChange={(waits) => onChange({ ...action, waits })}
            label={t('actions.waits')}
          />
        </div>
      );
  }
}
