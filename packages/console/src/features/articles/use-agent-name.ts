import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';

/** The name of an agent by id, or words for somebody whom one cannot see. */
export function useAgentName(): (id: string | null) => string {
  const t = useT();
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: useCan()('people.read') });
  return (id) => agents.find((agent) => agent.id === id)?.name ?? t('articles.somebody');
}
