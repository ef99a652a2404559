import type { PlatformPlace } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSocialPlace } from '../channels/index.ts';
import { accessForAgent } from './access-conversation.ts';
import { letterWords } from './letter-words.ts';

/** What an agent's reply on a platform is going to meet. See the endpoint `conversations.platformPlace`. */
export async function readPlatformPlace(
  platform: Pick<Platform, 'database' | 'keys'>,
  actor: AgentActor,
  conversationId: string,
): Promise<PlatformPlace | null> {
  const conversation = await accessForAgent(platform.database.reader(), actor, conversationId);
  const place = await readSocialPlace(platform, conversation);
  if (!place) return null;
  const { isPublic, length, privateLink: link, writtenAt, answerUntil, lateUntil } = place;
  return {
    isPublic,
    invitation: link === null ? null : letterWords(conversation.locale, 'public.invitation', { link }),
    length,
    writtenAt: writtenAt.toISOString(),
    answerUntil: answerUntil?.toISOString() ?? null,
    lateUntil: lateUntil?.toISOString() ?? null,
  };
}
