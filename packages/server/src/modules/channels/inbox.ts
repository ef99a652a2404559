import type { Inbox as InboxView, Topic } from '@fairlead/contract';

/** One configured account on a channel. The keys that sign its customers' identities are the access module's. */
export type Inbox = Omit<InboxView, 'identityKeys' | 'topicTeams'> & {
  topicTeams: { [Id in Topic]?: string | undefined };
};
