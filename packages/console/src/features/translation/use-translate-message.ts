import { endpoints, type Message } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../api.ts';
import { useLocale } from '../../i18n/i18n.tsx';
import { putTranslation } from '../../live/translation-to-cache.ts';

/** Has a customer’s message translated into the language of the screen: on request, or `atOnce`, once. */
export function useTranslateMessage(message: Message, atOnce: boolean) {
  const client = useQueryClient();
  const { locale } = useLocale();
  const ask = useMutation({
    mutationFn: () =>
      call(endpoints.translation.translateMessage, {
        params: { id: message.conversationId, messageId: message.id },
        body: { to: locale },
      }),
    onSuccess: ({ translation }) => {
      if (translation) putTranslation(client, translation);
    },
  });
  const begun = useRef(false);
  const { mutate } = ask;
  useEffect(() => {
    if (!atOnce || begun.current) return;
    begun.current = true;
    mutate();
  }, [atOnce, mutate]);
  return ask;
}
