import { maximumFollowers, maximumSubjectLength, type TicketAction } from '@fairlead/contract';
import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { noteInThread, replyInThread } from '../conversations/index.ts';
import { readAgents, requireTeam } from '../people/index.ts';
import type { PlainAction } from './action-rules.ts';
import { changeTicket } from './change-tickets.ts';
import { mayHaveChildren } from './create-ticket.ts';
import { fillForColleagues, fillForCustomer } from './fill-texts.ts';
import { openTicket } from './open-ticket.ts';
import { sourceBy } from './plan-ticket.ts';
import { textFor } from './text-for.ts';
import type { TicketRecord } from './ticket.ts';
import { refuseClosed } from './ticket-rules.ts';
import { writeComment } from './write-comment.ts';

/** Under what name actions are done, and what is told of where they come from. */
export interface ActionSource {
  /** `rule:<id>` or `macro:<id>`: kept with every fact, so that rules do not run in circles. */
  readonly cause: string;
  /** Whose words notes are: the agent's, or the rule's. */
  readonly author: { readonly id: string; readonly name: string };
  /** Unique to this one doing of the actions. */
  readonly key: string;
}

type Effect<K extends TicketAction['do'] = Exclude<TicketAction['do'], PlainAction['do']>> = Extract<
  TicketAction,
  { do: K }
>;

/** In whose name, to which ticket, and on what grounds. */
interface Doing {
  readonly actor: AgentActor | SystemActor;
  readonly ticket: TicketRecord;
  readonly source: ActionSource;
}

/**
 * Does what an action does besides changing what a ticket says, which is locked. Answers the ticket as it is then. Throws why it
 * cannot be done, with nothing written.
 */
export async function doEffect(
  tx: Tx,
  platform: Platform,
  doing: Doing,
  action: Effect,
): Promise<TicketRecord> {
  const { ticket } = doing;
  switch (action.do) {
    case 'add_followers':
      return follow(tx, platform, doing, await requireFollowers(tx, ticket, action.agentIds));
    case 'write_note':
      return note(tx, platform, doing, await fillForColleagues(tx, ticket, action.text));
    case 'notify':
      return notify(tx, platform, doing, action);
    case 'reply':
      await reply(tx, platform, doing, action);
      return ticket;
    case 'open_child':
      await openChild(tx, platform, doing, action);
      return ticket;
  }
}

/** Those who are to follow a ticket and do not yet. Throws `people.not_found` for whoever is no active agent. */
async function requireFollowers(
  tx: Tx,
  ticket: TicketRecord,
  agentIds: readonly string[],
): Promise<string[]> {
  refuseClosed(ticket);
  const added = [...new Set(agentIds)].filter((id) => !ticket.followerIds.includes(id));
  if (ticket.followerIds.length + added.length > maximumFollowers)
    throw fail('ticket.too_many_followers', { maximum: maximumFollowers });
  const found = added.length > 0 ? await readAgents(tx, added) : [];
  if (found.filter(({ status }) => status === 'active').length < added.length) throw fail('people.not_found');
  return added;
}

async function follow(
  tx: Tx,
  platform: Platform,
  { actor, ticket, source: { cause } }: Doing,
  added: readonly string[],
): Promise<TicketRecord> {
  const after = added.length > 0 ? { ...ticket, followerIds: [...ticket.followerIds, ...added] } : null;
  return (await changeTicket(tx, platform, { actor, before: ticket, after, cause })).record;
}

async function note(
  tx: Tx,
  platform: Platform,
  { actor, ticket, source }: Doing,
  text: string,
): Promise<TicketRecord> {
  const { author, cause, key } = source;
  const words = { author, text, attachmentIds: [], clientKey: `${key}:${newId()}`, cause };
  return (await writeComment(tx, platform, actor, { before: ticket, after: ticket }, words)).record;
}

/** A note in the thread that names them, or a comment where there is no thread; and they follow the ticket. */
async function notify(
  tx: Tx,
  platform: Platform,
  doing: Doing,
  action: Effect<'notify'>,
): Promise<TicketRecord> {
  const { actor, ticket, source } = doing;
  const team = action.teamId ? await requireTeam(tx, action.teamId) : null;
  const members = team ? await readAgents(tx, team.memberIds) : [];
  const active = members.filter(({ status }) => status === 'active').map(({ id }) => id);
  const told = [...new Set([...action.agentIds, ...active])];
  const added = await requireFollowers(tx, ticket, told);
  const text = await fillForColleagues(tx, ticket, action.text);
  const followed = await follow(tx, platform, doing, added);
  const { conversationId } = ticket;
  const { author, cause } = source;
  const words = { text, author, mentions: told, cause };
  if (conversationId && (await noteInThread(tx, platform, actor, conversationId, words))) return followed;
  return note(tx, platform, { ...doing, ticket: followed }, text);
}

async function reply(
  tx: Tx,
  platform: Platform,
  { actor, ticket, source }: Doing,
  { texts, fallback }: Effect<'reply'>,
): Promise<void> {
  if (actor.type === 'agent' && !actor.permissions.has('conversations.reply')) throw fail('access.forbidden');
  const text = textFor(texts, fallback, ticket.locale);
  if (ticket.conversationId === null || text === undefined) throw fail('ticket.no_thread');
  const said = await replyInThread(tx, platform, actor, ticket.conversationId, {
    text: await fillForCustomer(tx, ticket, text),
    key: source.key,
    cause: source.cause,
  });
  if (!said) throw fail('ticket.no_thread');
}

async function openChild(
  tx: Tx,
  platform: Platform,
  { actor, ticket, source }: Doing,
  { subject, category, teamId, waits }: Effect<'open_child'>,
): Promise<void> {
  if (!mayHaveChildren(ticket)) throw fail('ticket.parent_refused');
  await requireTeam(tx, teamId);
  const { id: parentId, customerId, language, locale, assigneeId } = ticket;
  await openTicket(tx, platform, actor, {
    // Filled in it may be longer than what was allowed to be written.
    subject: (await fillForColleagues(tx, ticket, subject)).slice(0, maximumSubjectLength),
    category,
    teamId,
    source: sourceBy(actor),
    parentId,
    parentWaits: waits,
    customerId,
    language,
    locale,
    followerIds: assigneeId ? [assigneeId] : [],
    origin: source.cause,
  });
}
