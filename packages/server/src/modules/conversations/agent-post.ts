import type { Conversation, LetterCopies, Message, UsedMacro, UsedTranslation } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { accessForAgent, scopeOf } from './access-conversation.ts';
import { cleanText } from './append-messages.ts';
import { sizesOf } from './attachments/attachment-store.ts';
import { copiesOf } from './copies-of.ts';
import { fitsLetter, letterMegabytes } from './letter-size-rules.ts';
import { mentionable } from './mentionable.ts';
import type { MessageWriter } from './message-writer.ts';
import { publicOnOf } from './public/public-on-of.ts';
import { refuseSecrets } from './shield/refuse-secrets.ts';

/** An agent replies, or leaves a note. See the endpoint `conversations.post` for what stops a reply. */
export async function postAsAgent(
  platform: Platform,
  writer: MessageWriter,
  actor: AgentActor,
  conversationId: string,
  input: {
    key: string;
    kind: 'text' | 'note';
    text: string;
    attachmentIds: string[];
    mentions: string[];
    quickReplies: string[];
    macros: UsedMacro[];
    letter?: LetterCopies | undefined;
    translation?: UsedTranslation | undefined;
    seenSeq: number;
    confirmed: boolean;
    publicly: boolean;
  },
): Promise<{ message: Message; conversation: Conversation }> {
  const reader = platform.database.reader();
  const conversation = await accessForAgent(reader, actor, conversationId);
  refuseSecrets(input.text, input.kind);
  const [scope, name] = await Promise.all([scopeOf(reader, actor), agentName(reader, actor.id)]);
  const mentions = await mentionable(reader, conversation, input.mentions);
  if (conversation.channel === 'email' && input.kind === 'text') {
    if (!fitsLetter(await sizesOf(reader, actor, input.attachmentIds)))
      throw fail('conversation.letter_too_large', { limitMegabytes: letterMegabytes });
  }
  const publicOn = await publicOnOf(reader, conversation, input);
  const copies = await copiesOf(reader, conversation, input);
  const clientKey = `${actor.id}:${input.key}`;
  const posted = await writer.post({
    ...input,
    mentions,
    copies,
    actor,
    conversationId,
    clientKey,
    text: cleanText(input.text),
    agentName: name,
    scope,
    publicOn,
    delivery: adapterOf(publicOn ?? conversation.channel).capabilities.push ? 'queued' : 'sent',
  });
  if (posted.kind !== 'written') throw new Error('an agent’s message never begins a conversation');
  const { changed } = posted;
  const place = changed.records.findIndex((record) => record.clientKey === clientKey);
  const message = changed.messages[place];
  if (!message) throw new Error('the written message is not among its own');
  return { message, conversation: changed.conversation };
}
