import type { Locale, RuleBody } from '@fairlead/contract';
import type { Translate } from '../../i18n/i18n.tsx';

/** Useful rules to begin with. */
export const ruleTemplates = ['stolen', 'remind', 'close', 'large', 'unhappy'] as const;
export type RuleTemplate = (typeof ruleTemplates)[number];

const number = '{ticket.number}';
const customer = '{customer.name}';
const onOpen = { on: 'event', events: ['ticket_opened', 'category_changed'] } as const;

/** A rule with nothing in it. */
export const emptyRule = (): RuleBody => ({
  name: '',
  enabled: false,
  trigger: { on: 'event', events: ['ticket_opened'] },
  conditions: { all: [], any: [] },
  actions: [],
});

/** A rule of a template in the words of the reader, whose locale it is, off until it is switched on; teams are still to be chosen. */
export function ruleOfTemplate(t: Translate, locale: Locale, template: RuleTemplate): RuleBody {
  const rule = { ...emptyRule(), name: t(`automation.template.${template}`) };
  switch (template) {
    case 'stolen':
      return {
        ...rule,
        trigger: { on: 'event', events: [...onOpen.events] },
        conditions: { all: [{ field: 'category', is: 'in', values: ['account_security.hacked'] }], any: [] },
        actions: [
          { do: 'set_priority', priority: 'urgent' },
          { do: 'set_team', teamId: '' },
          {
            do: 'notify',
            agentIds: [],
            teamId: null,
            text: t('automation.template.stolen.text', { number, customer }),
          },
        ],
      };
    case 'remind':
      return {
        ...rule,
        trigger: { on: 'time', everyMinutes: 30 },
        conditions: {
          all: [
            { field: 'status', is: 'in', values: ['pending'] },
            { field: 'hours', since: 'status', is: 'at_least', hours: 48 },
          ],
          any: [],
        },
        actions: [
          {
            do: 'reply',
            texts: { [locale]: t('automation.template.remind.text', { number }) },
            fallback: locale,
          },
        ],
      };
    case 'close':
      return {
        ...rule,
        trigger: { on: 'time', everyMinutes: 60 },
        conditions: {
          all: [
            { field: 'status', is: 'in', values: ['pending'] },
            { field: 'hours', since: 'status', is: 'at_least', hours: 168 },
          ],
          any: [],
        },
        actions: [
          { do: 'set_status', status: 'solved' },
          { do: 'add_tags', tags: ['no-answer'] },
        ],
      };
    case 'large':
      return {
        ...rule,
        trigger: { on: 'event', events: [...onOpen.events] },
        conditions: {
          all: [
            { field: 'category', is: 'in', values: ['deposit_withdrawal'] },
            { field: 'amount', is: 'at_least', amount: 10_000 },
          ],
          any: [],
        },
        actions: [
          { do: 'set_priority', priority: 'high' },
          { do: 'set_team', teamId: '' },
        ],
      };
    case 'unhappy':
      return {
        ...rule,
        trigger: { on: 'event', events: ['rated'] },
        conditions: { all: [{ field: 'score', is: 'at_most', score: 2 }], any: [] },
        actions: [
          { do: 'add_tags', tags: ['unhappy'] },
          {
            do: 'notify',
            agentIds: [],
            teamId: '',
            text: t('automation.template.unhappy.text', { number }),
          },
        ],
      };
  }
}
