import type { Permission } from '@fairlead/contract';

/** The topics whose hints an agent hears: their own, colleagues' presence, and the conversations and tickets they may see. */
export function agentTopics(
  agentId: string,
  permissions: ReadonlySet<Permission>,
  teamIds: readonly string[],
): string[] {
  const conversations = permissions.has('conversations.read_all')
    ? ['conversations']
    : permissions.has('conversations.read')
      ? teamIds.map((id) => `team:${id}`)
      : [];
  const tickets = permissions.has('tickets.read_all') ? ['tickets'] : [];
  return [`agent:${agentId}`, 'agents', ...conversations, ...tickets];
}
