import { type PortalTicket, type portalEndpoints, topicOfCategory } from '@fairlead/contract';
import type { z } from 'zod';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readPortalInbox } from '../channels/index.ts';
import { beginThread, sayOnce } from '../conversations/index.ts';
import { hasProvenAddress } from '../people/index.ts';
import { openTicket } from './open-ticket.ts';
import { presentOwn } from './present-own.ts';
import { shieldForm } from './shield-form.ts';
import { choose } from './tell-own.ts';
import { findTicket, latestOfConversations } from './ticket-store.ts';

type Body = z.output<(typeof portalEndpoints)['open']['body']>;

/**
 * A customer opens a ticket with a thread of its own, once per key. See the endpoint `portal.open`. Throws `identity.session_invalid` for
 * a visitor of whom nothing is proven, `ticket.chat_not_connected`.
 */
export async function openOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  body: Body,
): Promise<PortalTicket> {
  if (!actor.verified && !(await hasProvenAddress(tx, actor.id))) throw fail('identity.session_invalid');
  const inbox = await readPortalInbox(tx);
  if (!inbox) throw fail('channels.inbox_not_found');
  const { key, text, attachmentIds, locale, category, tellBy, anyway } = body;
  const { subject, fields, removed } = shieldForm(body);
  const thread = {
    inbox,
    key,
    text,
    attachmentIds,
    locale,
    topic: topicOfCategory(category),
    anyway,
    removed,
  };
  const { conversation, repeated } = await beginThread(tx, platform, actor, thread);
  if (repeated) {
    const id = (await latestOfConversations(tx, [conversation.id])).get(conversation.id);
    const known = id ? await findTicket(tx, id) : undefined;
    if (!known) throw fail('conversation.key_reused');
    return presentOwn(tx, platform, known);
  }
  const { record } = await openTicket(tx, platform, actor, {
    subject,
    category,
    fields,
    conversation,
    source: 'portal',
    complete: true,
  });
  await choose(tx, actor, record.id, tellBy);
  const line = { key: 'ticket_received' as const, params: { number: `${record.number}` }, once: record.id };
  await sayOnce(tx, platform, actor, conversation.id, line);
  return presentOwn(tx, platform, record);
}
