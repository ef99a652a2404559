import { socialCredentials, type Topic } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Inbox } from './inbox.ts';

/** Which team gets what is asked about a topic: the topic's own, else the inbox's. */
export function teamForTopic(
  inbox: Pick<Inbox, 'topicTeams' | 'defaultTeamId'>,
  topic: string | null,
): string {
  return (topic === null ? undefined : inbox.topicTeams[topic as Topic]) ?? inbox.defaultTeamId;
}

/**
 * Whether the assistant has what begins in an inbox, until it hands over: in the chat, and in private on platforms, where administrators let it. What
 * everybody reads is for people.
 */
export function assistantBegins(
  { assistant, channel }: Pick<Inbox, 'assistant' | 'channel'>,
  inPublic: boolean,
): boolean {
  return assistant && !inPublic && (channel === 'chat' || socialCredentials[channel] !== undefined);
}

/** Every team that an inbox leads to. */
export function teamsOfInbox(inbox: Pick<Inbox, 'topicTeams' | 'defaultTeamId'>): string[] {
  return [
    ...new Set([inbox.defaultTeamId, ...Object.values(inbox.topicTeams).filter((id) => id !== undefined)]),
  ];
}

/** Origins as browsers write them, each once. Throws `request.invalid` for an address that is no web page's. */
export function tidyOrigins(addresses: readonly string[]): string[] {
  const origins = addresses.map((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
      throw fail('request.invalid', { field: 'allowedOrigins' });
    return url.origin;
  });
  return [...new Set(origins)];
}
