import {
  type Category,
  type Channel,
  maximumSubjectLength,
  type TicketFields,
  type TicketPriority,
  type TicketSource,
} from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import { isAnotherMatter } from './another-matter.ts';
import { fieldsOfText } from './evidence/fields-of-text.ts';
import { fieldsThatFit } from './forms/fields-that-fit.ts';
import { readFormBook } from './forms/read-forms.ts';
import { listLinks } from './link-store.ts';
import { addLink } from './link-tickets.ts';
import { openTicket } from './open-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import { findTicket, findTickets, latestOfConversations } from './ticket-store.ts';

/** What a module above knows of a matter that takes a case. */
interface ThreadMatter {
  readonly subject: string;
  readonly category: Category;
  readonly source: TicketSource;
  /** Left out, it follows what is at risk. */
  readonly priority?: TicketPriority;
  /** What is known of it already, and what the customer said in a language, in which the rest is looked for. */
  readonly fields: TicketFields;
  readonly said: string;
  readonly language: string;
  /** It is a case of its own also where the thread has one of clearly another matter. */
  readonly besides?: boolean;
  /** Whose case it is. Left out: whoever has the thread; who has it then follows the case. */
  readonly teamId?: string;
}

/** Letters and forms have their tickets anyway, named by their writers. */
const ownTickets: ReadonlySet<Channel> = new Set(['email', 'portal']);

/**
 * Opens a ticket on a thread that is held, for a module above. Undefined where the thread has had one, which goes on, or gets its own by its
 * channel. What is `besides` that one, and clearly another matter, has a ticket of its own that is linked to it, once for each: a thread has one ticket, so it stands
 * without one, with the customer, the language and the team of the thread. Nothing is refused for a field: into the form goes what fits.
 */
export async function openForThread(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  conversation: ConversationRecord,
  { subject, category, source, priority, fields, said, language, teamId, besides = false }: ThreadMatter,
): Promise<TicketRecord | undefined> {
  if (ownTickets.has(conversation.channel)) return undefined;
  const firstId = (await latestOfConversations(tx, [conversation.id])).get(conversation.id);
  if (firstId !== undefined && !(besides && (await isNewBeside(tx, firstId, category)))) return undefined;
  const book = await readFormBook(tx);
  const { record } = await openTicket(tx, platform, actor, {
    subject: subject.replace(/\s+/g, ' ').trim().slice(0, maximumSubjectLength).toWellFormed(),
    category,
    source,
    priority,
    ...(firstId === undefined ? { conversation } : withoutThread(conversation)),
    ...(teamId && teamId !== conversation.teamId && { teamId, followerIds: holderOf(conversation) }),
    fields: fieldsOfText(book, said, language, category, fieldsThatFit(book, category, fields)),
  });
  if (firstId === undefined) return record;
  await addLink(tx, platform, actor, record.id, { kind: 'related', ticketId: firstId });
  return findTicket(tx, record.id);
}

const withoutThread = ({ customerId, language, locale, channel, teamId }: ConversationRecord) => ({
  customerId,
  language,
  locale,
  channel,
  teamId,
});

/** Whether a matter is another than that of a ticket, and of all that go on beside it. */
async function isNewBeside(tx: Tx, firstId: string, category: Category): Promise<boolean> {
  const links = (await listLinks(tx, firstId)).filter((it) => it.kind === 'related');
  const ids = links.map(({ fromId, toId }) => (fromId === firstId ? toId : fromId));
  const going = (await findTickets(tx, [firstId, ...ids])).filter(
    ({ id, status }) => id === firstId || status !== 'closed',
  );
  return going.every((it) => isAnotherMatter(it.category, category));
}

const holderOf = ({ accepted, assigneeId }: ConversationRecord): string[] =>
  accepted && assigneeId !== null ? [assigneeId] : [];
