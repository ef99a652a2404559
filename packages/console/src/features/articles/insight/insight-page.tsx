import { type Locale, locales } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { FilterMenu } from '../../tickets/list/filter-menu.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { DriftTab } from './drift-tab.tsx';
import { DuplicatesTab } from './duplicates-tab.tsx';
import { overviewQuery, type Span } from './insight-queries.ts';
import { type InsightSearch, insightDays, insightTabs } from './insight-search.ts';
import { OverviewTiles } from './overview-tiles.tsx';
import { SearchesTab } from './searches-tab.tsx';
import { TextsTab } from './texts-tab.tsx';
import { VotesTab } from './votes-tab.tsx';
import { DueTab, OutdatedTab } from './work-tabs.tsx';

/** What readers look for and do not find, read and are not helped by, and what waits for editors. */
export function InsightPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const writes = useCan()('knowledge.write');
  const search: InsightSearch = useSearch({ from: '/app/articles/insight' });
  const { tab = 'empty', days = 28, language } = search;
  const go = (change: { [K in keyof InsightSearch]: InsightSearch[K] | undefined }) => {
    const next = Object.entries({ ...search, ...change }).filter(([, it]) => it !== undefined);
    void navigate({ to: '/articles/insight', search: Object.fromEntries(next), replace: true });
  };
  const span: Span = { days, ...(language ? { locale: language } : {}) };
  const waiting = useQuery(overviewQuery(span)).data?.drift ?? 0;
  const contents = {
    empty: <SearchesTab span={span} outcome="empty" />,
    unopened: <SearchesTab span={span} outcome="unopened" />,
    contacts: <TextsTab span={span} by="contacts" />,
    votes: <VotesTab span={span} />,
    views: <TextsTab span={span} by="views" />,
    outdated: <OutdatedTab locale={language} />,
    drift: <DriftTab locale={language} />,
    duplicates: <DuplicatesTab locale={language} />,
    due: <DueTab />,
    coverage: <CoverageTab locale={language} />,
  };
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        leading={
          writes && (
            <Link
              to="/articles"
              aria-label={t('articles.back')}
              className="grid size-control place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
            >
              <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
            </Link>
          )
        }
        title={t('articles.insight')}
        description={t('articles.insight.text')}
        actions={
          <>
            <FilterMenu<Locale>
              label={t('articles.language')}
              value={language}
              options={locales.map((it) => ({ value: it, label: format.language(it) }))}
              onChange={(it) => go({ language: it })}
            />
            <Segmented
              label={t('articles.insight.period')}
              value={String(days)}
              onChange={(next) => go({ days: insightDays.find((it) => String(it) === next) })}
              options={insightDays.map((it) => ({
                value: String(it),
                label: t('articles.insight.days', { count: it }),
              }))}
            />
          </>
        }
      />
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-gutter py-5">
        <OverviewTiles span={span} />
        <Tabs
          label={t('articles.insight')}
          value={tab}
          onChange={(next) => go({ tab: next })}
          className="flex flex-col gap-4"
          tabs={insightTabs.map((value) => ({
            value,
            label: (
              <>
                {t(`articles.insight.tab.${value}`)}
                {value === 'drift' && waiting > 0 && <Badge tone="warning">{format.number(waiting)}</Badge>}
              </>
            ),
            content: contents[value],
          }))}
        />
      </div>
    </div>
  );
}
