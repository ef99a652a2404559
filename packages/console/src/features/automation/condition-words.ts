import { channels, type RuleCondition, ticketSource, tier } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useTicketChoices } from '../tickets/choices.ts';
import { useForms } from '../tickets/forms/use-forms.ts';
import { channelLabel } from '../tickets/marks/channel-mark.tsx';

type Listed = Extract<RuleCondition, { values: unknown }>['field'];
/** The fields whose values are chosen from a list; those of the others are written. */
export type Chosen = Exclude<Listed, 'tags' | 'asset' | 'form'>;

/** What can be chosen for each field, in the reader's words. */
export function useConditionChoices(): Record<Chosen, Array<{ value: string; label: string }>> {
  const t = useT();
  const choices = useTicketChoices();
  return {
    status: choices.statuses,
    status_before: choices.statuses,
    priority: choices.priorities,
    priority_before: choices.priorities,
    category: choices.categories,
    team: choices.teams,
    assignee: choices.agents,
    language: choices.languages,
    tier: tier.options.map((value) => ({ value, label: t(`sla.tier.${value}`) })),
    channel: channels.map((value) => ({ value, label: channelLabel(t, value) })),
    source: ticketSource.options.map((value) => ({ value, label: t(`automation.source.${value}`) })),
  };
}

/** Says a condition in the reader's words; what is not filled in yet is a gap. */
export function useConditionWords(): (condition: RuleCondition) => string {
  const t = useT();
  const format = useFormat();
  const choices = useConditionChoices();
  const forms = useForms();
  const gap = t('automation.say.gap');
  const anyOf = (items: readonly string[]) => (items.length > 0 ? format.anyOf(items) : gap);

  return (condition) => {
    const field = t(`automation.field.${condition.field}`);
    switch (condition.field) {
      case 'verified':
      case 'assigned':
      case 'back_office':
        return t(`automation.say.${condition.field}.${condition.is}`);
      case 'subject':
      case 'text': {
        const values = anyOf(condition.words.map((text) => t('automation.say.quoted', { text })));
        return t(`automation.say.${condition.is}`, { field, values });
      }
      case 'amount':
        return t(`automation.say.${condition.is}`, { field, value: format.number(condition.amount) });
      case 'score':
        return t(`automation.say.${condition.is}`, { field, value: condition.score });
      case 'hours':
        return t(`automation.say.hours.${condition.is}`, {
          since: t(`automation.since.${condition.since}`),
          hours: condition.hours,
        });
      case 'tags':
      case 'asset':
        return t(`automation.say.${condition.is}`, { field, values: anyOf(condition.values) });
      case 'form': {
        const values = anyOf(condition.values.map((value) => forms.shownOf(condition.key, value)));
        return t(`automation.say.${condition.is}`, { field: forms.nameOf(condition.key), values });
      }
      default: {
        const options = choices[condition.field];
        const labels = condition.values.map(
          (value) => options.find((it) => it.value === value)?.label ?? gap,
        );
        return t(`automation.say.${condition.is}`, { field, values: anyOf(labels) });
      }
    }
  };
}
