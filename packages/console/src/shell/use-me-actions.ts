import { type ConsoleLocale, endpoints, type Me, type Presence } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api.ts';
import { useSendQueue } from '../features/inbox/outbox/outbox.tsx';
import { useLocale } from '../i18n/i18n.tsx';
import { meQuery } from '../queries.ts';
import { useToast } from '../ui/toast.tsx';

/** Sets one's own presence: shown at once, taken back when the server refuses. */
export function useSetPresence() {
  const client = useQueryClient();
  const toast = useToast();
  const show = (presence: Presence) =>
    client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, agent: { ...me.agent, presence } });
  return useMutation({
    mutationFn: (presence: Presence) => call(endpoints.people.setPresence, { body: { presence } }),
    onMutate: (presence) => {
      const before = client.getQueryData<Me>(meQuery.queryKey)?.agent.presence;
      show(presence);
      return before;
    },
    onError: (error, _, before) => {
      if (before) show(before);
      toast.error(error);
    },
  });
}

/** Changes the console's language here, and in the agent's profile for other devices. */
export function useSetLocale() {
  const client = useQueryClient();
  const toast = useToast();
  const { setLocale } = useLocale();
  return useMutation({
    mutationFn: (locale: ConsoleLocale) => {
      setLocale(locale);
      return call(endpoints.people.updateMe, { body: { locale } });
    },
    onSuccess: (agent) => client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, agent }),
    onError: (error) => toast.error(error),
  });
}

/** Milliseconds for which replies that are still held or on their way may go out first. */
const lastReplies = 3_000;

/** Ends the session, once what was written has left, and forgets everything that was loaded under it. */
export function useSignOut() {
  const queue = useSendQueue();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: async () => {
      await queue?.settle(lastReplies);
      await call(endpoints.access.signOut);
    },
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: (error) => toast.error(error),
  });
}
