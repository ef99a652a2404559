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
import { fieldsOfText } from './evidence/fields-of-text.ts';
import { fieldsThatFit } from './forms/fields-that-fit.ts';
import { readFormBook } from './forms/read-forms.ts';
import { openTicket } from './open-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import { latestOfConversations } from './ticket-store.ts';

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
  /** Whose case it is. Left out: whoever has the thread; who has it then follows the case. */
  readonly teamId?: string;
}

/** Letters and forms have their tickets anyway, named by their writers. */
const ownTickets: ReadonlySet<Channel> = new Set(['email', 'portal']);

/**
 * Opens a ticket on a thread that is held, for a module above. Undefined where the thread has had one, which goes on, or gets its own by its
 * channel. Nothing is refused for a field: into the form goes what fits.
 */
export async function openForThread(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  conversation: ConversationRecord,
  { subject, category, source, priority, fields, said, language, teamId }: ThreadMatter,
): Promise<TicketRecord | undefined> {
  if (ownTickets.has(conversation.channel)) return undefined;
  if ((await latestOfConversations(tx, [conversation.id])).has(conversation.id)) return undefined;
  const book = await readFormBook(tx);
  const { record } = await openTicket(tx, platform, actor, {
    subject: subject.replace(/\s+/g, ' ').trim().slice(0, maximumSubjectLength).toWellFormed(),
    category,
    source,
    priority,
    conversation,
    ...(teamId && teamId !== conversation.teamId && { teamId, followerIds: holderOf(conversation) }),
    fields: fieldsOfText(book, said, language, category, fieldsThatFit(book, category, fields)),
  });
  return record;
}

const holderOf = ({ accepted, assigneeId }: ConversationRecord): string[] =>
  accepted && assigneeId !== null ? [assigneeId] : [];
