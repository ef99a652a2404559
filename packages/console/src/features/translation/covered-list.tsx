import {
  type CoverageKind,
  type CoverageLine,
  type CoverageStanding,
  endpoints,
  type Locale,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { coverageKey, coveredQuery } from './coverage-queries.ts';
import { WritingLink } from './writing-link.tsx';

const tones: Record<CoverageStanding, Tone> = {
  own: 'success',
  outdated: 'warning',
  shipped: 'neutral',
  falls_back: 'danger',
  none: 'danger',
};
const page = 50;

/** The texts of a kind in a language, those first that somebody has to write. */
export function CoveredList({ kind, locale }: { kind: CoverageKind; locale: Locale }) {
  const t = useT();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [most, setMost] = useState(page);
  const { data, error, refetch } = useQuery(coveredQuery(kind, locale));
  const lines = (data?.items ?? []).filter(
    (it) => all || (it.standing !== 'own' && it.standing !== 'shipped'),
  );
  const top = useRef<HTMLDivElement>(null);
  // It stands below two tables, of which a press in one has asked for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again with each language that is asked for.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [locale]);
  const title = t('translation.coverage.in', {
    what: t(`translation.coverage.kind.${kind}`),
    language: format.language(locale),
  });
  return (
    <div ref={top}>
      <Panel
        title={title}
        actions={<Switch checked={all} onChange={setAll} label={t('translation.coverage.all')} />}
      >
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={4} />
        ) : lines.length === 0 ? (
          <EmptyState level={3} icon={<Check />} title={t('translation.coverage.done')}>
            {t('translation.coverage.done.text')}
          </EmptyState>
        ) : (
          <>
            <ul className="divide-y divide-line">
              {lines.slice(0, most).map((line) => (
                <Line key={line.id} line={line} kind={kind} locale={locale} />
              ))}
            </ul>
            {lines.length > most && (
              <Button size="sm" variant="quiet" className="mt-2" onClick={() => setMost(most + page)}>
                {t('assistant.examples.more', { count: lines.length - most })}
              </Button>
            )}
          </>
        )}
      </Panel>
    </div>
  );
}

interface LineProps {
  line: CoverageLine;
  kind: CoverageKind;
  locale: Locale;
}

/** What keeps revisions knows by itself when it is current again. */
const confirmable: ReadonlySet<CoverageKind> = new Set([
  'macro',
  'rule_reply',
  'form_text',
  'greeting',
  'help_category',
]);

function Line({ line, kind, locale }: LineProps) {
  const t = useT();
  const format = useFormat();
  const manages = useCan()('assistant.manage');
  const { standing, reads, name, source } = line;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="[overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </p>
        <p className="text-sm text-ink-3">
          {standing === 'falls_back' && reads
            ? t('translation.coverage.reads', { language: format.language(reads) })
            : t('translation.coverage.source', { language: format.language(source) })}
        </p>
      </div>
      <Badge tone={tones[standing]}>{t(`translation.coverage.standing.${standing}`)}</Badge>
      {standing === 'outdated' && manages && confirmable.has(kind) && (
        <StillRight line={line} kind={kind} locale={locale} />
      )}
      <WritingLink line={line} kind={kind} locale={locale} />
    </li>
  );
}

/** Says that a text needs no change though its source was changed. */
function StillRight({ line, kind, locale }: LineProps) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      call(endpoints.translation.confirmCurrent, { params: { kind }, body: { id: line.id, locale } }),
    onSuccess: () => client.invalidateQueries({ queryKey: coverageKey }),
    onError: (thrown) => toast.error(thrown),
  });
  return (
    <Button size="sm" icon={<Check />} loading={confirm.isPending} onClick={() => confirm.mutate()}>
      {t('translation.coverage.still_right')}
    </Button>
  );
}
