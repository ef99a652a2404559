import type { LetterDraft } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader } from '../../platform/database/database.ts';
import {
  lettersOfConversation,
  organisationName,
  readEmailInbox,
  readOwnAddresses,
} from '../channels/index.ts';
import { readCustomers } from '../people/index.ts';
import { accessForAgent } from './access-conversation.ts';
import { proposeCopies } from './copy-rules.ts';
import { addressOf, subjectOf } from './letter-of-message.ts';

/** What an agent's reply by letter is going to look like. See the endpoint `conversations.draftLetter`. */
export async function draftLetter(
  reader: Reader,
  keys: Keys,
  actor: AgentActor,
  conversationId: string,
): Promise<LetterDraft | null> {
  const conversation = await accessForAgent(reader, actor, conversationId);
  if (conversation.channel !== 'email') return null;
  const inbox = await readEmailInbox(reader, keys, conversation.inboxId);
  if (!inbox?.smtp) return null;
  const thread = await lettersOfConversation(reader, conversation.id);
  const address = await addressOf(reader, conversation, thread);
  const customers = await readCustomers(reader, [conversation.customerId]);
  const { locale } = conversation;
  return {
    from: { address: inbox.address, name: inbox.fromName },
    to: address === null ? null : { address, name: customers.get(conversation.customerId)?.name ?? null },
    ...proposeCopies({ thread, to: address ?? '', isOurs: await readOwnAddresses(reader) }),
    subject: subjectOf(locale, thread, await organisationName(reader), null),
    subjectFixed: thread.some((it) => it.subject !== ''),
    signature: inbox.signatures[locale] ?? inbox.signatures.en ?? '',
  };
}
