import { type CoverageKind, type CoverageLine, categories, type Locale } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';

interface WritingLinkProps {
  line: CoverageLine;
  kind: CoverageKind;
  locale: Locale;
}

const look = 'text-sm font-medium text-accent-text underline-offset-2 hover:underline';

/** Leads to where a text is written in a language; nothing where nobody writes it, or whoever looks may not. */
export function WritingLink({ line: { owner, name }, kind, locale }: WritingLinkProps) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const shared = {
    className: look,
    children: t('translation.coverage.write'),
    'aria-label': t('translation.coverage.write_in', { name, language: format.language(locale) }),
  };
  switch (kind) {
    case 'article':
      return (
        can('knowledge.write') && (
          <Link
            to="/articles/$articleId"
            params={{ articleId: owner }}
            search={{ language: locale, view: 'source' }}
            {...shared}
          />
        )
      );
    case 'help_category':
      return (
        can('knowledge.publish') && (
          <Link to="/articles/categories" search={{ edit: owner, lang: locale }} {...shared} />
        )
      );
    case 'announcement':
      return (
        can('announcements.read') && (
          <Link
            to="/announcements/$announcementId"
            params={{ announcementId: owner }}
            search={{ lang: locale }}
            {...shared}
          />
        )
      );
    case 'macro':
      return (
        can('conversations.reply') && (
          <Link to="/settings/macros" search={{ edit: owner, lang: locale }} {...shared} />
        )
      );
    case 'rule_reply':
      return (
        can('automation.manage') && (
          <Link to="/settings/automation/$ruleId" params={{ ruleId: owner }} {...shared} />
        )
      );
    case 'form_text': {
      const category = categories.find((it) => it === owner);
      return (
        can('tickets.manage') &&
        category && <Link to="/settings/forms" search={{ category, lang: locale }} {...shared} />
      );
    }
    case 'greeting':
      return can('assistant.manage') && <Link to="/assistant" search={{ tab: 'settings' }} {...shared} />;
    case 'assistant_text':
      return (
        can('assistant.manage') && (
          <Link to="/assistant" search={{ tab: 'texts', lang: locale, q: owner }} {...shared} />
        )
      );
    case 'letter':
      return null;
  }
}
