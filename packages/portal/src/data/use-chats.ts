import type { bindingEndpoints, ResponseOf } from '@fairlead/contract';
import { usePortal, usePortalState } from '../views/context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

type Chats = ResponseOf<(typeof bindingEndpoints)['listChats']>;

/** The platforms on which one can write to us, with one's own chats there, and whether the live chat is there; none for whom the exchange does not vouch. */
export function useChats(): Loaded<Chats> {
  const { api } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified) === true;
  return useLoaded(
    `chats ${verified}`,
    async () => (verified ? await api.chats() : { items: [], liveChat: false }),
    () => false,
  );
}
