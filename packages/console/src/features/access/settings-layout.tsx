import { Link } from '@tanstack/react-router';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { cx } from '../../ui/cx.ts';
import { PageHeader } from '../../ui/page-header.tsx';

const tab =
  'flex h-10 items-center border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink';

interface SettingsLayoutProps {
  title: string;
  children: ReactNode;
  /** For pages with something beside what is edited. */
  wide?: boolean;
}

/** The frame of an agent's own settings, and of those that hold for everybody. */
export function SettingsLayout({ title, children, wide = false }: SettingsLayoutProps) {
  const t = useT();
  const can = useCan();
  const pages = useRef<HTMLElement>(null);
  // On a phone the list of pages is wider than the screen.
  useLayoutEffect(() => {
    pages.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={title} />
      <nav
        ref={pages}
        aria-label={t('access.settings')}
        className="flex gap-5 overflow-x-auto border-b border-line bg-surface px-gutter whitespace-nowrap"
      >
        <Link to="/settings/profile" className={tab}>
          {t('shell.me.profile')}
        </Link>
        <Link to="/settings/security" className={tab}>
          {t('shell.me.security')}
        </Link>
        {can('conversations.reply') && (
          <Link to="/settings/macros" className={tab}>
            {t('macros.title')}
          </Link>
        )}
        {can('tickets.manage') && (
          <Link to="/settings/tickets" className={tab}>
            {t('tickets.settings')}
          </Link>
        )}
        {can('tickets.manage') && (
          <Link to="/settings/forms" className={tab}>
            {t('forms.title')}
          </Link>
        )}
        {can('sla.read') && (
          <Link to="/settings/sla" className={tab}>
            {t('sla.settings')}
          </Link>
        )}
        {can('automation.manage') && (
          <Link to="/settings/automation" className={tab}>
            {t('automation.settings')}
          </Link>
        )}
        {can('alerts.manage') && (
          <Link to="/settings/alerts" className={tab}>
            {t('alerts.settings')}
          </Link>
        )}
        {can('assistant.manage') && (
          <Link to="/settings/translation" className={tab}>
            {t('translation.title')}
          </Link>
        )}
        {can('assistant.read') && !can('assistant.manage') && (
          <Link to="/settings/translation/coverage" className={tab}>
            {t('translation.coverage')}
          </Link>
        )}
        {can('shield.manage') && (
          <Link to="/settings/shield" className={tab}>
            {t('shield.title')}
          </Link>
        )}
        {can('official.read') && (
          <Link to="/settings/official" className={tab}>
            {t('official.title')}
          </Link>
        )}
      </nav>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className={cx('mx-auto flex flex-col gap-4 px-gutter py-6', wide ? 'max-w-6xl' : 'max-w-3xl')}>
          {children}
        </div>
      </div>
    </div>
  );
}
