import { categories, languageOf, locales, ticketPriority, ticketStatus } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';

interface Choice<T extends string> {
  value: T;
  label: string;
}

/** What a ticket's properties offer to choose from, in the reader's words. */
export function useTicketChoices() {
  const t = useT();
  const format = useFormat();
  const sees = useCan()('people.read');
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: sees });
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: sees });
  const named = <T extends string>(values: readonly T[], label: (value: T) => string): Choice<T>[] =>
    values.map((value) => ({ value, label: label(value) }));
  return {
    statuses: named(ticketStatus.options, (it) => t(`ticket_status.${it}`)),
    priorities: named(ticketPriority.options.toReversed(), (it) => t(`ticket_priority.${it}`)),
    categories: named(categories, (it) => t(`category.${it}`)),
    languages: named([...new Set(locales.map(languageOf))], (it) => format.language(it)),
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
    agents: agents
      .filter((agent) => agent.status === 'active')
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}
