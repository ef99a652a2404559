import { type AssistantText, type Locale, localeNames, locales, textGroups } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Languages, Search } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import type { StudioTexts } from '../../../shell/search-params.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Input } from '../../../ui/input.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { findTexts, shownTexts } from './find-texts.ts';
import { TextDialog } from './text-dialog.tsx';
import { textsQuery } from './texts-query.ts';

const page = 60;

/** What the assistant and its flows say, by flow and language; each text can be replaced. */
export function TextsTab() {
  const t = useT();
  const navigate = useNavigate();
  const reader = useLocale().locale;
  const { lang: locale = reader, group, show = 'all', q = '' } = useSearch({ from: '/app/assistant' });
  const { data, error, refetch, isPlaceholderData } = useQuery(textsQuery(locale));
  const [edited, setEdited] = useState<string | null>(null);
  const [most, setMost] = useState(page);
  const look = (next: StudioTexts) => {
    setMost(page);
    const search = { lang: locale, group, show, q, ...next };
    void navigate({ to: '/assistant', search: { tab: 'texts', ...search }, replace: true });
  };
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const found = data ? findTexts(data.items, { group, show, q }) : [];
  const opened = data?.items.find((it) => it.key === edited);
  return (
    <section aria-label={t('assistant.texts')} className="flex flex-col gap-4">
      <p className="max-w-3xl text-sm text-ink-2">{t('assistant.texts.text')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t('assistant.texts.language')}
          className="w-auto! min-w-44"
          value={locale}
          onChange={(lang) => look({ lang })}
          options={locales.map((it) => ({ value: it, label: languageLabel(it) }))}
        />
        <Select
          label={t('assistant.texts.group')}
          className="w-auto! min-w-44"
          value={group ?? 'any'}
          onChange={(next) => look({ group: next === 'any' ? undefined : next })}
          options={[
            { value: 'any' as const, label: t('assistant.texts.group.any') },
            ...textGroups.map((value) => ({ value, label: t(`assistant.texts.group.${value}`) })),
          ]}
        />
        <Segmented
          label={t('assistant.texts.show')}
          value={show}
          onChange={(next) => look({ show: next })}
          options={shownTexts.map((value) => ({ value, label: t(`assistant.texts.show.${value}`) }))}
        />
        <search className="min-w-48 flex-1">
          <Input
            type="search"
            aria-label={t('assistant.texts.search')}
            placeholder={t('assistant.texts.search')}
            icon={<Search />}
            value={q}
            onChange={(event) => look({ q: event.currentTarget.value })}
          />
        </search>
      </div>
      {!data || isPlaceholderData ? (
        <SkeletonRows rows={8} />
      ) : found.length === 0 ? (
        <EmptyState level={3} icon={<Languages />} title={t('assistant.texts.none')}>
          {t(show === 'own' && q === '' ? 'assistant.texts.none.own' : 'assistant.texts.none.found')}
        </EmptyState>
      ) : (
        <>
          <p role="status" className="text-sm text-ink-3">
            {t('assistant.texts.count', { count: found.length })}
          </p>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {found.slice(0, most).map((it) => (
              <TextRow key={it.key} text={it} locale={locale} onOpen={() => setEdited(it.key)} />
            ))}
          </ul>
          {found.length > most && (
            <Button size="sm" variant="quiet" className="self-center" onClick={() => setMost(most + page)}>
              {t('assistant.examples.more', { count: found.length - most })}
            </Button>
          )}
        </>
      )}
      {opened && !isPlaceholderData && (
        <TextDialog key={opened.key} text={opened} locale={locale} onClose={() => setEdited(null)} />
      )}
    </section>
  );

  function languageLabel(it: Locale): string {
    const count = data?.own[it];
    return count ? t('assistant.texts.language_own', { language: localeNames[it], count }) : localeNames[it];
  }
}

function TextRow({ text, locale, onOpen }: { text: AssistantText; locale: Locale; onOpen: () => void }) {
  const t = useT();
  const { key, group, shipped, own } = text;
  return (
    <li>
      <button
        type="button"
        title={key}
        onClick={onOpen}
        className="flex w-full flex-col gap-1 px-4 py-2.5 text-start -outline-offset-2 hover:bg-hover"
      >
        <span className="flex w-full flex-wrap items-center gap-2 text-xs text-ink-3">
          {t(`assistant.texts.group.${group}`)}
          {own && <Badge tone="accent">{t('assistant.texts.is_own')}</Badge>}
          {own?.replaced && <Badge tone="warning">{t('assistant.texts.moved')}</Badge>}
          {own?.unfit && <Badge tone="danger">{t('assistant.texts.unfit')}</Badge>}
        </span>
        <bdi lang={locale} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {own?.text ?? shipped}
        </bdi>
        {own && (
          <span className="text-sm text-ink-3">
            {t('assistant.texts.shipped')}{' '}
            <bdi lang={locale} className="[overflow-wrap:anywhere]">
              {shipped}
            </bdi>
          </span>
        )}
      </button>
    </li>
  );
}
