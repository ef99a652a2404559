import type { Conversation } from '@fairlead/contract';
import { Languages, TriangleAlert } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { cx } from '../../../ui/cx.ts';
import { useTranslations } from '../../translation/translation-queries.ts';

/** Which language the customer writes, and a warning where it is none of the agent's. */
export function LanguageLine({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const { languages } = useMe().agent;
  const { language } = conversation;
  const translations = useTranslations(conversation.id);
  const own = languages.some((skill) => skill.language === language);
  const params = { language: format.language(language) };
  const Icon = own ? Languages : TriangleAlert;
  return (
    <span
      className={cx('flex min-w-0 items-center gap-1.5 text-xs', own ? 'text-ink-3' : 'text-warning-text')}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden />
      <span className="leading-tight">
        {t(own ? 'inbox.language.writes' : 'inbox.language.not_yours', params)}
        {!own && translations && !translations.ready && ` · ${t('translation.none')}`}
      </span>
    </span>
  );
}
