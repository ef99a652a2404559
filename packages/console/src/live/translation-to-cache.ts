import type { endpoints, MessageTranslation, ResponseOf } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';

export type Translations = ResponseOf<typeof endpoints.translation.ofConversation>;

/** Where the translations of a conversation's messages are held. */
export const translationsKey = (conversationId: string) =>
  ['conversations', 'translations', conversationId] as const;

/** Puts a translation among those on screen, in the place of an earlier one. */
export function putTranslation(client: QueryClient, translation: MessageTranslation): void {
  client.setQueryData<Translations>(
    translationsKey(translation.conversationId),
    (held) => held && { ...held, items: withTranslation(held.items, translation) },
  );
}

/** Pure. */
function withTranslation(
  items: readonly MessageTranslation[],
  translation: MessageTranslation,
): MessageTranslation[] {
  const { messageId, locale } = translation;
  return [...items.filter((it) => it.messageId !== messageId || it.locale !== locale), translation];
}
