import type { Permission } from '@fairlead/contract';

/** The topics whose hints an agent hears: their own, colleagues' presence, and the conversations they may see. */
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
  return [`agent:${agentId}`, 'agents', ...conversations];
}
