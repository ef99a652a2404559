import { type RuleBody, ruleBody } from '@fairlead/contract';
import type { DemoTeam } from './demo-people.ts';

/** The automation rules of the demo. Those by time are off: they would change its cases within a minute. */
export function demoRules(teams: Readonly<Record<DemoTeam, string>>): RuleBody[] {
  const opened = { on: 'event', events: ['ticket_opened', 'category_changed'] } as const;
  return [
    {
      name: 'Stolen account: urgent, and tell security',
      enabled: true,
      trigger: opened,
      conditions: {
        all: [{ field: 'category', is: 'in', values: ['account_security.hacked'] }],
        any: [],
      },
      actions: [
        { do: 'set_priority', priority: 'urgent' },
        { do: 'set_team', teamId: teams.security },
        {
          do: 'notify',
          teamId: teams.security,
          text: 'An account may have been stolen: #{ticket.number}, {customer.name}.',
        },
      ],
    },
    {
      name: 'Large deposits and withdrawals to specialists',
      enabled: true,
      trigger: opened,
      conditions: {
        all: [
          { field: 'category', is: 'in', values: ['deposit_withdrawal'] },
          { field: 'amount', is: 'at_least', amount: 10_000 },
        ],
        any: [],
      },
      actions: [
        { do: 'set_team', teamId: teams.funds },
        { do: 'add_tags', tags: ['large-amount'] },
      ],
    },
    {
      name: 'Remind the customer after 48 hours',
      enabled: false,
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
          fallback: 'en',
          texts: {
            en: 'We are still waiting for your answer about #{ticket.number}. Without it we cannot go on; just write here.',
            'zh-CN': '关于 #{ticket.number}，我们仍在等待您的回复。收到后才能继续处理，请直接在此回复。',
            ja: '#{ticket.number} について、お客様からのご返信をお待ちしております。このままこちらにご返信ください。',
          },
        },
      ],
    },
    {
      name: 'Solve what has waited for the customer for 7 days',
      enabled: false,
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
    },
  ].map((rule) => ruleBody.parse(rule));
}
