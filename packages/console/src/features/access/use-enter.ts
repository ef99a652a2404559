import type { Me } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { meQuery } from '../../queries.ts';

/** Goes into the console as the agent who has just signed in, to `next` or the front door. */
export function useEnter(): (me: Me, next?: string) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (me, next = '/') => {
    // What an agent before this one has loaded is none of this one's business.
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
    router.history.replace(`${router.basepath}${next}`);
  };
}
