import type { Agent } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';

/** Colleagues by id; empty where this agent may not see them. */
export function useAgentsById(): ReadonlyMap<string, Agent> {
  const can = useCan();
  const { data } = useQuery({ ...agentsQuery, enabled: can('people.read') });
  return useMemo(() => new Map(data?.map((agent) => [agent.id, agent])), [data]);
}
