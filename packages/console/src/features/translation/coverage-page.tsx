import type { CoverageKind, Covered, Locale } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { coverageQuery } from './coverage-queries.ts';
import { CoveredList } from './covered-list.tsx';

/** How much of what is written here there is in each language, what is read instead, and what is behind: a press leads to where it is written. */
export function CoveragePage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { kind = 'article', lang } = useSearch({ from: '/app/settings/translation/coverage' });
  const { data, error, refetch } = useQuery(coverageQuery);
  const look = (search: { kind: CoverageKind; lang?: Locale | undefined }) =>
    void navigate({ to: '/settings/translation/coverage', search, replace: true });
  const shown = data?.kinds.find((it) => it.kind === kind);
  return (
    <SettingsLayout title={t('translation.coverage')} wide>
      <div className="flex flex-col gap-2">
        {can('assistant.manage') && (
          <Link
            to="/settings/translation"
            className="flex items-center gap-1 self-start text-sm text-accent-text"
          >
            <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
            {t('translation.title')}
          </Link>
        )}
        <p className="max-w-3xl text-ink-2">{t('translation.coverage.text')}</p>
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data && shown ? (
        <>
          <Panel title={t('translation.coverage.kinds')}>
            <Kinds kinds={data.kinds} onOpen={(next) => look({ kind: next, lang })} />
          </Panel>
          <Panel title={t(`translation.coverage.kind.${kind}`)} description={<Chain of={shown} />}>
            <Languages of={shown} onOpen={(next) => look({ kind, lang: next })} />
          </Panel>
          {lang && <CoveredList kind={kind} locale={lang} />}
        </>
      ) : (
        <SkeletonRows rows={9} />
      )}
    </SettingsLayout>
  );
}

/** Where a reader’s text is looked for. */
function Chain({ of }: { of: Covered }) {
  const t = useT();
  return <>{of.chain.map((it) => t(`translation.coverage.step.${it}`)).join(' → ')}</>;
}

const here = ({ own, outdated, shipped }: Covered['locales'][number]) => own + outdated + shipped;
const link = 'text-start font-medium text-accent-text underline-offset-2 hover:underline';

function Kinds({ kinds, onOpen }: { kinds: readonly Covered[]; onOpen: (kind: CoverageKind) => void }) {
  const t = useT();
  const format = useFormat();
  const whole = ({ total, locales }: Covered) => locales.filter((it) => here(it) === total).length;
  const behind = ({ locales }: Covered) => locales.reduce((sum, it) => sum + it.outdated, 0);
  const name = ({ kind }: Covered) => t(`translation.coverage.kind.${kind}`);
  const columns: Column<Covered>[] = [
    {
      id: 'kind',
      header: t('translation.coverage.what'),
      value: name,
      cell: (it) => (
        <button type="button" className={link} onClick={() => onOpen(it.kind)}>
          {name(it)}
        </button>
      ),
    },
    {
      id: 'total',
      header: t('translation.coverage.total'),
      value: (it) => it.total,
      cell: (it) => format.number(it.total),
      align: 'end',
    },
    {
      id: 'whole',
      header: t('translation.coverage.whole'),
      value: whole,
      cell: (it) =>
        it.total === 0 ? '–' : t('assistant.results.of', { right: whole(it), total: it.locales.length }),
      align: 'end',
      from: 'md',
    },
    {
      id: 'outdated',
      header: t('translation.coverage.outdated'),
      value: behind,
      cell: (it) => <Marked count={behind(it)} />,
      align: 'end',
    },
  ];
  return (
    <DataTable
      label={t('translation.coverage.kinds')}
      columns={columns}
      rows={kinds}
      rowKey={(it) => it.kind}
      onOpen={(it) => onOpen(it.kind)}
    />
  );
}

function Languages({ of, onOpen }: { of: Covered; onOpen: (locale: Locale) => void }) {
  const t = useT();
  const format = useFormat();
  type Row = Covered['locales'][number];
  const instead = ({ fallsBack }: Row) => fallsBack.reduce((sum, it) => sum + it.count, 0);
  const columns: Column<Row>[] = [
    {
      id: 'language',
      header: t('translation.coverage.language'),
      value: (it) => format.language(it.locale),
      cell: (it) => (
        <button type="button" className={link} onClick={() => onOpen(it.locale)}>
          {format.language(it.locale)}
        </button>
      ),
    },
    {
      id: 'own',
      header: t('translation.coverage.own'),
      value: (it) => it.own + it.outdated,
      cell: (it) => (
        <span className="flex items-center justify-end gap-2 tabular-nums">
          {t('assistant.results.of', { right: it.own + it.outdated, total: of.total })}
          <span className="w-16 max-md:hidden">
            <ProgressBar
              value={here(it)}
              max={of.total}
              label={t('translation.coverage.share', { language: format.language(it.locale) })}
            />
          </span>
        </span>
      ),
      align: 'end',
    },
    {
      id: 'shipped',
      header: t('translation.coverage.shipped'),
      value: (it) => it.shipped,
      cell: (it) => (it.shipped === 0 ? '–' : format.number(it.shipped)),
      align: 'end',
      from: 'md',
    },
    {
      id: 'outdated',
      header: t('translation.coverage.outdated'),
      value: (it) => it.outdated,
      cell: (it) => <Marked count={it.outdated} />,
      align: 'end',
    },
    {
      id: 'instead',
      header: t('translation.coverage.instead'),
      value: instead,
      csv: (it) => it.fallsBack.map(({ to, count }) => `${to} ${count}`).join(' '),
      cell: (it) =>
        instead(it) + it.none === 0 ? (
          '–'
        ) : (
          <span className="text-sm">
            {format.list([
              ...it.fallsBack.map(({ to, count }) =>
                t('translation.coverage.falls_back', { language: format.language(to), count }),
              ),
              ...(it.none > 0 ? [t('translation.coverage.nothing', { count: it.none })] : []),
            ])}
          </span>
        ),
      from: 'md',
    },
  ];
  return (
    <DataTable
      label={t('translation.coverage.languages')}
      columns={columns}
      rows={of.locales}
      rowKey={(it) => it.locale}
      onOpen={(it) => onOpen(it.locale)}
      csvName={`coverage-${of.kind}`}
    />
  );
}

function Marked({ count }: { count: number }) {
  const format = useFormat();
  if (count === 0) return <span className="text-ink-3">–</span>;
  return <span className="text-warning-text tabular-nums">{format.number(count)}</span>;
}
