import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { teamsOf } from '../people/index.ts';
import type { ConversationRecord } from './conversation.ts';
import { maySee, type Scope } from './conversation-rules.ts';
import { findConversation, lockConversations } from './conversation-store.ts';

/** What an agent may reach now. */
export async function scopeOf(reader: Reader, actor: AgentActor): Promise<Scope> {
  const all = actor.permissions.has('conversations.read_all');
  return { agentId: actor.id, all, teamIds: new Set(all ? [] : await teamsOf(reader, actor.id)) };
}

/** The conversation if the agent may see it; otherwise the same refusal as if it were not there. */
export async function accessForAgent(
  reader: Reader,
  actor: AgentActor,
  id: string,
): Promise<ConversationRecord> {
  const [conversation, scope] = [await findConversation(reader, id), await scopeOf(reader, actor)];
  if (!conversation || !maySee(scope, conversation)) throw fail('conversation.not_found');
  return conversation;
}

/** The same, held until the end of the transaction. */
export async function lockForAgent(tx: Tx, actor: AgentActor, id: string): Promise<ConversationRecord> {
  const conversation = (await lockConversations(tx, [id])).get(id);
  if (!conversation || !maySee(await scopeOf(tx, actor), conversation)) throw fail('conversation.not_found');
  return conversation;
}

/** The same of several, each for its agent: undefined where that is refused. */
export async function lockForAgents(
  tx: Tx,
  wanted: ReadonlyArray<{ readonly actor: AgentActor; readonly id: string }>,
): Promise<Array<ConversationRecord | undefined>> {
  const locked = await lockConversations(tx, [...new Set(wanted.map(({ id }) => id))]);
  const teams = new Map<string, ReadonlySet<string>>();
  const found: Array<ConversationRecord | undefined> = [];
  for (const { actor, id } of wanted) {
    // What one session of an agent may do, another may not; their teams are the same.
    const all = actor.permissions.has('conversations.read_all');
    if (!all && !teams.has(actor.id)) teams.set(actor.id, new Set(await teamsOf(tx, actor.id)));
    const scope = { agentId: actor.id, all, teamIds: teams.get(actor.id) ?? new Set<string>() };
    const conversation = locked.get(id);
    found.push(conversation && maySee(scope, conversation) ? conversation : undefined);
  }
  return found;
}

/** The conversation if it is the customer's own. */
export async function accessForCustomer(
  reader: Reader,
  actor: CustomerActor,
  id: string,
): Promise<ConversationRecord> {
  const conversation = await findConversation(reader, id);
  if (conversation?.customerId !== actor.id) throw fail('conversation.not_found');
  return conversation;
}
