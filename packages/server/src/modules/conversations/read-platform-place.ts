import type { PlatformPlace } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSocialPlace } from '../channels/index.ts';
import { accessForAgent } from './access-conversation.ts';
import type { ConversationRecord } from './conversation.ts';
import { mayHaveIt } from './give-to-assistant.ts';
import { letterWords } from './letter-words.ts';

/** What an agent's reply on a platform is going to meet. See the endpoint `conversations.platformPlace`. */
export async function readPlatformPlace(
  platform: Pick<Platform, 'database' | 'keys'>,
  actor: AgentActor,
  conversationId: string,
): Promise<PlatformPlace | null> {
  const reader = platform.database.reader();
  return placeOf(reader, platform, await accessForAgent(reader, actor, conversationId));
}

/** The same, of a conversation that somebody may see. */
export async function placeOf(
  reader: Reader,
  { keys }: Pick<Platform, 'keys'>,
  conversation: ConversationRecord,
): Promise<PlatformPlace | null> {
  const place = await readSocialPlace(reader, keys, conversation);
  if (!place) return null;
  const { isPublic, privately, length, privateLink: link, writtenAt, answerUntil, lateUntil } = place;
  return {
    isPublic,
    privately,
    invitation: link === null ? null : letterWords(conversation.locale, 'public.invitation', { link }),
    length,
    writtenAt: writtenAt.toISOString(),
    answerUntil: answerUntil?.toISOString() ?? null,
    lateUntil: lateUntil?.toISOString() ?? null,
    assistant: await mayHaveIt(reader, { keys }, conversation),
  };
}
