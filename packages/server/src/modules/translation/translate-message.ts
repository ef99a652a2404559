import type { Locale, MessageTranslation, TranslationOutcome } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';
import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent, agentTopics, customerLocale, findMessage } from '../conversations/index.ts';
import { findChosen, findTranslation, keepTranslation } from './translation-store.ts';
import type { Translator } from './translator.ts';

/** Translates what a customer wrote for agents who look. Kept; who asks again gets the same. Throws `conversation.not_found`, `conversation.message_not_found`. */
export async function translateMessage(
  { database, live }: Pick<Platform, 'database' | 'live'>,
  translator: Translator,
  actor: AgentActor,
  { id, messageId, to }: { id: string; messageId: string; to: Locale },
): Promise<{ outcome: TranslationOutcome; translation: MessageTranslation | null }> {
  const reader = database.reader();
  const conversation = await accessForAgent(reader, actor, id);
  const message = await findMessage(reader, id, messageId);
  if (message?.kind !== 'text' || message.author.type !== 'customer')
    throw fail('conversation.message_not_found');
  const known = await findTranslation(reader, id, messageId, to);
  if (known) return { outcome: 'translated', translation: known };
  const chosen = await findChosen(reader, id, message.text, to);
  if (chosen) return keep({ ...chosen, score: 1, reasons: [] });
  const page = customerLocale(conversation);
  const { language, confidence } = identifyLanguage(message.text, page);
  const from = confidence === 0 ? page : language;
  const done = await translator.translate(message.text, from, to);
  if (done.outcome !== 'translated') return { outcome: done.outcome, translation: null };
  return keep({ ...done, messageLocale: from, reasons: [...done.reasons] });

  async function keep(
    made: Pick<MessageTranslation, 'text' | 'messageLocale' | 'score' | 'reasons' | 'provider'>,
  ): Promise<{ outcome: 'translated'; translation: MessageTranslation }> {
    const { text, messageLocale, score, reasons, provider } = made;
    const translation = await database.write(async (tx) => {
      const kept = await keepTranslation(tx, {
        conversationId: id,
        messageId,
        direction: 'in',
        locale: to,
        messageLocale,
        text,
        score,
        reasons,
        replies: [],
        edited: false,
        provider,
      });
      live.hint(tx, agentTopics(conversation), { type: 'message.translated', translation: kept });
      return kept;
    });
    return { outcome: 'translated', translation };
  }
}
