import { consoleLocales, localeNames } from '@fairlead/contract';
import type { ReactNode } from 'react';
import { useLocale, useT } from '../../i18n/i18n.tsx';
import { Mark } from '../../shell/mark.tsx';
import { OfflineBanner } from '../../shell/offline-banner.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Select } from '../../ui/select.tsx';

interface AccessLayoutProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages before the sign-in: one card, and the choice of language. */
export function AccessLayout({ title, description, children }: AccessLayoutProps) {
  const t = useT();
  const { locale, setLocale } = useLocale();
  return (
    <div className="flex h-dvh flex-col overflow-y-auto">
      <PageTitle page={title} />
      <OfflineBanner />
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 py-10">
        <p className="mb-5 flex items-center justify-center gap-2.5 text-xl font-semibold tracking-tight">
          <Mark className="size-8" />
          {t('ui.product')}
        </p>
        <div className="rounded-xl border border-line bg-surface p-6 sm:p-8">
          <h1 className="text-xl font-semibold">{title}</h1>
          {description && <div className="mt-1 text-ink-2">{description}</div>}
          <div className="mt-5">{children}</div>
        </div>
        <div className="mt-5 flex justify-center">
          <Select
            quiet
            label={t('shell.language')}
            value={locale}
            onChange={setLocale}
            options={consoleLocales.map((value) => ({ value, label: localeNames[value] }))}
          />
        </div>
      </main>
    </div>
  );
}
