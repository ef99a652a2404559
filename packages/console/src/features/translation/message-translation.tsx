import {
  type Conversation,
  languageOf,
  type MessageTranslation as Made,
  type Message,
} from '@fairlead/contract';
import { Languages, TriangleAlert } from 'lucide-react';
import { useFormat, useLocale, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useCan, useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../inbox/thread/rich-text.tsx';
import { useTranslations } from './translation-queries.ts';
import { useTranslateMessage } from './use-translate-message.ts';
import { Verdict } from './verdict.tsx';

interface MessageTranslationProps {
  message: Message;
  conversation: Conversation;
}

/** The other text of a message, where there is one, and the way to get one for what a customer wrote. */
export function MessageTranslation({ message, conversation }: MessageTranslationProps) {
  const translations = useTranslations(conversation.id);
  const { locale } = useLocale();
  const { languages } = useMe().agent;
  const may = useCan()('conversations.reply');
  const made = translations?.items.find(
    (it) => it.messageId === message.id && (it.direction === 'out' || it.locale === locale),
  );
  if (made?.reasons.includes('not_translated') && made.text.trim() === message.text.trim())
    return <LeftAsItWas made={made} />;
  if (made) return <OtherText made={made} told={message.translatedFrom !== null} />;
  const { language } = conversation;
  if (!translations?.ready || !may || message.author.type !== 'customer' || message.text === '') return null;
  if (languageOf(locale) === language) return null;
  const reads = languages.some((it) => it.language === language);
  return <AskForIt message={message} atOnce={translations.atOnce && !reads} />;
}

/** What the provider gave back as it got it is not shown twice. */
function LeftAsItWas({ made }: { made: Made }) {
  const t = useT();
  const format = useFormat();
  const label = t('translation.from', { language: format.language(made.messageLocale) });
  return (
    <section aria-label={label} className="border-t border-line-2 pt-1.5">
      <p className="flex items-start gap-1 text-xs text-warning-text">
        <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
        {t('translation.not_translated', { reason: t('translation.left') })}
      </p>
    </section>
  );
}

function OtherText({ made, told }: { made: Made; told: boolean }) {
  const t = useT();
  const format = useFormat();
  const label =
    made.direction === 'in'
      ? t('translation.from', { language: format.language(made.messageLocale) })
      : t(made.edited ? 'translation.wrote_edited' : 'translation.wrote', {
          language: format.language(made.locale),
        });
  return (
    <section aria-label={label} className="flex min-w-0 flex-col gap-1.5 border-t border-line-2 pt-1.5">
      <p className="flex items-start gap-1 text-xs text-ink-3">
        <Languages className="mt-px size-3.5 shrink-0" aria-hidden />
        <span>
          {label}
          {told && ` · ${t('translation.told')}`}
        </span>
      </p>
      <RichText text={made.text} lang={made.locale} mentions={none} />
      {made.replies.length > 0 && (
        <ul className="flex flex-col gap-0.5 text-sm text-ink-2">
          {made.replies.map(({ said, text }) => (
            <li key={said}>
              <bdi>{text}</bdi> = <bdi>{said}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Verdict score={made.score} reasons={made.reasons} />
    </section>
  );
}

const none: readonly string[] = [];

function AskForIt({ message, atOnce }: { message: Message; atOnce: boolean }) {
  const t = useT();
  const errorText = useErrorText();
  const ask = useTranslateMessage(message, atOnce);
  const outcome = ask.data?.outcome;
  // Such a one needs none: there is nothing to say about it.
  if (outcome === 'same_language' || outcome === 'nothing_to_translate') return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs">
      <Button size="sm" icon={<Languages />} loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('translation.translate')}
      </Button>
      <span role="status" className="text-ink-2">
        {ask.error
          ? errorText(ask.error)
          : outcome && outcome !== 'translated'
            ? t('translation.not_translated', { reason: t(`translation.outcome.${outcome}`) })
            : null}
      </span>
    </div>
  );
}
