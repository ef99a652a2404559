import { bindingCodeIn, defaultLocale, type Locale, nearestLocale } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf, detachSocialThreads, type InboundMessage, type Inbox } from '../../channels/index.ts';
import { bindChannelAddress, readCustomers, verifiedCustomer } from '../../people/index.ts';
import { lockCustomer } from '../conversation-store.ts';
import { mergeConversations } from '../merge-conversations.ts';
import type { BindingCode } from './binding.ts';
import { lockAskedCode, lockBindingCode, updateBindingCode } from './binding-store.ts';
import { bindingChoice } from './binding-words.ts';
import { decideBinding } from './decide-binding.ts';
import { type SayToChat, sayToChat } from './say-to-chat.ts';

/**
 * Takes in a message that is about tying its chat to an account: a code, or the answer to our question. True where it was that; nothing else is
 * done with it then. Call with the address held.
 */
export async function takeBinding(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  { externalId, sender, text, attachments }: InboundMessage,
): Promise<boolean> {
  const given = bindingCodeIn(text);
  const choice = attachments.length > 0 ? null : bindingChoice(text);
  if (given === null && choice === null) return false;
  const { address } = sender;
  const code = given === null ? undefined : await lockBindingCode(tx, inbox.id, hashSecret(given));
  const asked = await lockAskedCode(tx, inbox.id, address);
  const isPublic = adapterOf(inbox.channel).isPublic?.(address) === true;
  const step = decideBinding(
    { externalId, address, isPublic, isCode: given !== null, choice, code, asked },
    tx.now,
  );
  if (step === 'other' || step === 'known') return step === 'known';
  const about = code ?? asked;
  const account = about && (await verifiedCustomer(tx, about.customerId));
  const to = await localeOf(tx, sender.language, account?.id);
  const say = (key: SayToChat['key']) =>
    platform.jobs.enqueue(tx, sayToChat, {
      id: newId(),
      inboxId: inbox.id,
      address,
      locale: to,
      key,
      params: {
        account: account ? `…${account.uid.slice(-4)}` : '',
        link: `${platform.publicUrl}/portal/chats`,
      },
    });
  if (!about || !account || step === 'ended') {
    await say('binding.ended');
    return true;
  }
  const seen = [...about.seen, externalId];
  if (step === 'void') {
    await updateBindingCode(tx, { ...about, outcome: 'void', seen });
    return false;
  }
  if (step === 'ask') {
    await updateBindingCode(tx, { ...about, askedAddress: address, seen });
    await say('binding.ask');
    return true;
  }
  await updateBindingCode(tx, { ...about, outcome: step === 'bind' ? 'bound' : 'refused', seen });
  if (step === 'bind') await bind(tx, platform, inbox, about, address);
  await say(step === 'bind' ? 'binding.done' : 'binding.refused');
  return true;
}

/** Makes the chat the customer's, and what was written there before, unless that was somebody else's account: then that stays as it is. */
async function bind(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  { customerId }: BindingCode,
  address: string,
): Promise<void> {
  await lockCustomer(tx, customerId);
  const { merged, released } = await bindChannelAddress(tx, {
    inboxId: inbox.id,
    channel: inbox.channel,
    address,
    customerId,
  });
  for (const each of released) await detachSocialThreads(tx, inbox.id, each);
  if (merged) await mergeConversations(tx, platform, system(inbox.channel), merged, customerId);
}

/** The language of whoever writes as the platform knows it, or else the one that the account reads: a code has none. */
async function localeOf(
  reader: Reader,
  language: string | null | undefined,
  customerId: string | undefined,
): Promise<Locale> {
  const spoken = language && nearestLocale(language);
  if (spoken) return spoken;
  const customer = customerId && (await readCustomers(reader, [customerId])).get(customerId);
  return customer ? customer.locale : defaultLocale;
}
