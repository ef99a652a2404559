import { permissionsOf } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { readAgents } from '../people/index.ts';
import type { ConversationRecord } from './conversation.ts';
import { maySee } from './conversation-rules.ts';

/** Of the agents named, those who may see the conversation: nobody is told of what they cannot open. */
export async function mentionable(
  reader: Reader,
  conversation: ConversationRecord,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const agents = await readAgents(reader, [...new Set(ids)]);
  return agents
    .filter(({ id, status, roles, teamIds }) => {
      const held = permissionsOf(roles);
      const scope = { agentId: id, all: held.has('conversations.read_all'), teamIds: new Set(teamIds) };
      return status === 'active' && held.has('conversations.read') && maySee(scope, conversation);
    })
    .map((agent) => agent.id);
}
