import { type Agent, endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useToast } from '../../ui/toast.tsx';

/** Makes a new link for an agent who was invited and has not come yet. */
export function useRenewInvitation() {
  const toast = useToast();
  return useMutation({
    mutationFn: async (agent: Agent) => ({
      ...(await call(endpoints.access.renewInvitation, { params: { id: agent.id } })),
      email: agent.email,
    }),
    onError: (error) => toast.error(error),
  });
}
