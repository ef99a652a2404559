import type { RuleBody } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useActionWords } from '../tickets/actions/action-words.ts';
import { useConditionWords } from './condition-words.ts';

/** Says a whole rule in one sentence of the reader's language; what is not filled in yet is a gap. */
export function useRuleWords(): (rule: Pick<RuleBody, 'trigger' | 'conditions' | 'actions'>) => string {
  const t = useT();
  const format = useFormat();
  const condition = useConditionWords();
  const action = useActionWords();
  const gap = t('automation.say.gap');

  return ({ trigger, conditions: { all, any }, actions }) => {
    const events = trigger.on === 'event' ? trigger.events.map((it) => t(`automation.event.${it}`)) : [];
    const when =
      trigger.on === 'time'
        ? t('automation.say.time', { minutes: trigger.everyMinutes })
        : t('automation.say.event', { events: events.length > 0 ? format.anyOf(events) : gap });
    const either =
      any.length > 0 ? [t('automation.say.either', { conditions: format.anyOf(any.map(condition)) })] : [];
    const what = actions.length > 0 ? format.list(actions.map(action)) : gap;
    // A list of whole clauses is joined otherwise than one of names.
    const [head, ...rest] = [...all.map(condition), ...either];
    const together = rest.reduce((first, second) => t('automation.say.and', { first, second }), head ?? '');
    return head
      ? t('automation.say.if', { when, conditions: together, what })
      : t('automation.say.whole', { when, what });
  };
}
