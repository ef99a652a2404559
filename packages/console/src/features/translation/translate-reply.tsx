import { type Conversation, endpoints, languageOf, type TranslationDraft } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useLocale, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { ReplyPreview, type TranslatedReply } from './reply-preview.tsx';
import { useTranslations } from './translation-queries.ts';

interface TranslateReplyProps {
  conversation: Conversation;
  /** What the agent has written. */
  text: string;
  /** The answers to choose from that go along. */
  replies: readonly string[];
  /** Whether it could be sent. */
  ready: boolean;
  onSend: (translated: TranslatedReply) => void;
}

/** Shows a reply in the customer’s language before it is sent, where that is another than the screen’s. */
export function TranslateReply({ conversation, text, replies, ready, onSend }: TranslateReplyProps) {
  const t = useT();
  const format = useFormat();
  const errorText = useErrorText();
  const { locale } = useLocale();
  const translations = useTranslations(conversation.id);
  const [shown, setShown] = useState<{ draft: TranslationDraft; source: string } | null>(null);
  const ask = useMutation({
    mutationFn: (source: string) =>
      call(endpoints.translation.draft, {
        params: { id: conversation.id },
        body: { text: source, from: locale, replies: [...replies] },
      }),
    onSuccess: ({ draft }, source) => {
      if (draft) setShown({ draft, source });
    },
  });
  const { language } = conversation;
  if (!translations?.ready || languageOf(locale) === language) return null;
  const outcome = ask.data?.outcome;
  return (
    <>
      <span role="status" className="text-xs text-warning-text">
        {ask.error
          ? errorText(ask.error)
          : outcome && outcome !== 'translated' && ask.variables === text.trim()
            ? t('translation.not_translated', { reason: t(`translation.outcome.${outcome}`) })
            : null}
      </span>
      <Button
        icon={<Languages />}
        loading={ask.isPending}
        disabled={!ready || text.trim() === ''}
        onClick={() => ask.mutate(text.trim())}
        aria-label={t('translation.translate_into', { language: format.language(language) })}
      >
        {t('translation.translate')}
      </Button>
      {shown && (
        <ReplyPreview
          conversationId={conversation.id}
          draft={shown.draft}
          source={shown.source}
          onClose={() => setShown(null)}
          onSend={(translated) => {
            setShown(null);
            onSend(translated);
          }}
        />
      )}
    </>
  );
}
