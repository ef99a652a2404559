import type { CustomerSummary } from '@fairlead/contract';
import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader } from '../../platform/database/database.ts';
import { type AgentCard, readAgentCards, readCustomers } from '../people/index.ts';
import { readAttachments } from './attachments/attachment-store.ts';
import type { Changed } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import {
  presentConversation,
  presentMessage,
  presentMessageToCustomer,
  presentToCustomer,
} from './conversation-views.ts';

/** Knows what the views of some conversations and messages need beyond their own rows. */
export interface Presenter {
  present(record: ConversationRecord, messages: readonly MessageRecord[]): Changed;
}

/** People whom the caller has read already. */
export interface KnownPeople {
  readonly customers?: ReadonlyMap<string, CustomerSummary>;
  readonly agents?: ReadonlyMap<string, AgentCard>;
}

/** Fetches, in at most three queries, the people and files that appear in these conversations and messages. */
export async function loadPresenter(
  reader: Reader,
  keys: Keys,
  conversations: readonly ConversationRecord[],
  messages: readonly MessageRecord[],
  known: KnownPeople = {},
): Promise<Presenter> {
  const customers = new Map(known.customers);
  const unknown = conversations.map((it) => it.customerId).filter((id) => !customers.has(id));
  for (const [id, customer] of await readCustomers(reader, [...new Set(unknown)]))
    customers.set(id, customer);
  const agents = new Map(known.agents);
  const holders = conversations.flatMap((it) => it.assigneeId ?? []).filter((id) => !agents.has(id));
  for (const [id, card] of await readAgentCards(reader, [...new Set(holders)])) agents.set(id, card);
  const attachments = await readAttachments(reader, keys, [
    ...new Set(messages.flatMap((it) => it.attachmentIds)),
  ]);
  return {
    present(record, records) {
      const customer = customers.get(record.customerId);
      if (!customer) throw new Error(`conversation ${record.id} has no customer`);
      return {
        record,
        records,
        conversation: presentConversation(record, customer),
        messages: records.map((it) => presentMessage(it, attachments)),
        customerConversation: presentToCustomer(record, agents.get(record.assigneeId ?? '') ?? null),
        customerMessages: records.flatMap(
          (it) => presentMessageToCustomer(it, attachments, record.locale) ?? [],
        ),
      };
    },
  };
}
