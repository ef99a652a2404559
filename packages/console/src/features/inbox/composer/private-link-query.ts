import {
  type Channel,
  type Conversation,
  endpoints,
  type Message,
  type PrivateLinkView,
} from '@fairlead/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** Where people write publicly, and where a link of ours leads. */
const concerned: readonly Channel[] = ['x', 'facebook', 'chat'];

/** `told`: what becomes of a link stands in the thread as a line. */
const linkQuery = (id: string, told: number) =>
  queryOptions({
    queryKey: ['private-link', id, told],
    queryFn: () => call(endpoints.privateLinks.read, { params: { id } }),
    staleTime: 60_000,
    placeholderData: (before: PrivateLinkView | undefined) => before,
  });

/** What is known of the links of a conversation; undefined on channels that have none, and while it is not known. `settled`: it is of now. */
export function usePrivateLink({ id, channel, lastSeq }: Conversation, messages: readonly Message[]) {
  // In public what may be done changes with every answer; most chats have nothing of it.
  const told =
    channel === 'chat' ? messages.filter((it) => it.system?.key.startsWith('private_chat_')).length : lastSeq;
  const isConcerned = concerned.includes(channel);
  const { data, isPlaceholderData } = useQuery({ ...linkQuery(id, told), enabled: isConcerned });
  return { link: isConcerned ? data : undefined, settled: !isPlaceholderData };
}
