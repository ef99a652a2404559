import type { Conversation, conversationEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { scopeOf } from './access-conversation.ts';
import { listInbox, type Place, searchInbox } from './inbox-store.ts';
import { loadPresenter } from './presenter.ts';

type Query = z.output<(typeof conversationEndpoints)['list']['query']>;

/** A list of the inbox, or a search in it, within the agent's reach. */
export async function listConversations(
  reader: Reader,
  platform: Platform,
  actor: AgentActor,
  query: Query,
): Promise<{ items: Conversation[]; next: string | null }> {
  const scope = await scopeOf(reader, actor);
  const after = query.cursor ? placeOf(query.cursor) : null;
  const filter = {
    scope,
    view: query.view,
    language: query.language,
    channel: query.channel,
    customerId: query.customerId,
  };
  const page = { after, limit: query.limit + 1 };
  const found = query.q?.trim()
    ? await searchInbox(reader, filter, query.q.trim(), page)
    : await listInbox(reader, filter, page);
  const records = found.slice(0, query.limit);
  const last = records.at(-1);
  const presenter = await loadPresenter(reader, platform.keys, records, []);
  return {
    items: records.map((record) => presenter.present(record, []).conversation),
    next: found.length > query.limit && last ? `${last.lastActivityAt.toISOString()}_${last.id}` : null,
  };
}

function placeOf(cursor: string): Place {
  const [at = '', id = ''] = cursor.split('_');
  const lastActivityAt = new Date(at);
  if (Number.isNaN(lastActivityAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw fail('request.invalid', { field: 'cursor' });
  }
  return { lastActivityAt, id };
}
