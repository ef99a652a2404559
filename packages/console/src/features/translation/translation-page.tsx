import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { GlossaryPanel } from './glossary-panel.tsx';
import { glossaryQuery, translationSettingsQuery } from './translation-queries.ts';
import { TranslationSettingsForm } from './translation-settings-form.tsx';

/** Who translates, by which rules, and the words that every translation goes by. */
export function TranslationPage() {
  const t = useT();
  const settings = useQuery(translationSettingsQuery);
  const glossary = useQuery(glossaryQuery);
  return (
    <SettingsLayout title={t('translation.title')}>
      <p className="text-ink-2">{t('translation.text')}</p>
      <Link to="/settings/translation/coverage" className="self-start font-medium text-accent-text">
        {t('translation.coverage.open')}
      </Link>
      {settings.error && !settings.data ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <TranslationSettingsForm known={settings.data} />
      ) : (
        <SkeletonRows />
      )}
      {glossary.error && !glossary.data ? (
        <ErrorState error={glossary.error} onRetry={() => void glossary.refetch()} />
      ) : glossary.data ? (
        <GlossaryPanel glossary={glossary.data} />
      ) : (
        <SkeletonRows />
      )}
    </SettingsLayout>
  );
}
