import type { TicketAction } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useTicketChoices } from '../choices.ts';

/** Longer texts are cut where an action is said in a line. */
const longest = 60;

/** Says an action in the reader's words; what is not filled in yet is a gap. */
export function useActionWords(): (action: TicketAction) => string {
  const t = useT();
  const format = useFormat();
  const { agents, teams } = useTicketChoices();
  const gap = t('automation.say.gap');
  const named = (choices: typeof teams, id: string) => choices.find((it) => it.value === id)?.label ?? gap;
  const list = (items: readonly string[]) => (items.length > 0 ? format.list(items) : gap);
  const quoted = (text: string) => {
    const line = text.trim().replaceAll(/\s+/g, ' ');
    if (line === '') return gap;
    return t('automation.say.quoted', { text: line.length > longest ? `${line.slice(0, longest)}…` : line });
  };
  const say = (kind: Exclude<TicketAction['do'], 'open_child'>, value: string) =>
    t(`actions.say.${kind}`, { value });

  return (action) => {
    switch (action.do) {
      case 'set_status':
        return say(action.do, t(`ticket_status.${action.status}`));
      case 'set_priority':
        return say(action.do, t(`ticket_priority.${action.priority}`));
      case 'set_category':
        return say(action.do, t(`category.${action.category}`));
      case 'set_team':
        return say(action.do, named(teams, action.teamId));
      case 'set_assignee':
        return action.agentId === null
          ? t('actions.say.release')
          : say(action.do, named(agents, action.agentId));
      case 'add_tags':
      case 'remove_tags':
        return say(action.do, list(action.tags));
      case 'add_followers':
        return say(action.do, list(action.agentIds.map((id) => named(agents, id))));
      case 'add_checklist':
        return say(action.do, list(action.entries.map(quoted)));
      case 'write_note':
        return say(action.do, quoted(action.text));
      case 'reply':
        return say(action.do, quoted(action.texts[action.fallback] ?? ''));
      case 'notify': {
        const team = action.teamId === null ? [] : [named(teams, action.teamId)];
        return say(action.do, list([...action.agentIds.map((id) => named(agents, id)), ...team]));
      }
      case 'open_child':
        return t('actions.say.open_child', {
          value: quoted(action.subject),
          team: named(teams, action.teamId),
        });
    }
  };
}
