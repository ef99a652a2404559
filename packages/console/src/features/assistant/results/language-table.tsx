import { type AssistantRun, exampleKinds, type Tally } from '@fairlead/contract';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { type LanguageRow, languageRows } from './language-rows.ts';
import { Sparkline } from './sparkline.tsx';

/** Right answers of each language and kind, and how they have gone. */
export function LanguageTable({ run, runs }: { run: AssistantRun; runs: readonly AssistantRun[] }) {
  const t = useT();
  const format = useFormat();
  const tally = (it: Tally | undefined) =>
    it ? (
      <span className={it.right < it.total ? 'text-warning-text tabular-nums' : 'text-ink-2 tabular-nums'}>
        {t('assistant.results.of', { right: it.right, total: it.total })}
      </span>
    ) : (
      <span className="text-ink-3">–</span>
    );
  const columns: Column<LanguageRow>[] = [
    {
      id: 'language',
      header: t('assistant.results.language'),
      value: ({ locale }) => format.language(locale),
      cell: ({ locale }) => <span className="font-medium">{format.language(locale)}</span>,
    },
    {
      id: 'share',
      header: t('assistant.results.right'),
      value: ({ right, total }) => (total === 0 ? 0 : right / total),
      cell: ({ right, total, change }) => (
        <span className="inline-flex items-center justify-end gap-2 tabular-nums">
          <Change by={change} />
          <span className="font-medium">{format.share(total === 0 ? 0 : right / total)}</span>
          <span className="text-sm text-ink-3">{t('assistant.results.of', { right, total })}</span>
        </span>
      ),
      align: 'end',
    },
    {
      id: 'history',
      header: t('assistant.results.history'),
      cell: ({ locale, shares }) => (
        <Sparkline
          shares={shares}
          label={t('assistant.results.history.label', {
            language: format.language(locale),
            shares: format.list(shares.map((it) => format.share(it))),
          })}
        />
      ),
      from: 'md',
    },
    ...exampleKinds.map(
      (kind): Column<LanguageRow> => ({
        id: kind,
        header: t(`assistant.kind.${kind}`),
        value: ({ kinds }) => kinds[kind]?.right ?? null,
        cell: ({ kinds }) => tally(kinds[kind]),
        align: 'end',
        from: 'lg',
      }),
    ),
  ];
  return (
    <DataTable
      label={t('assistant.results.languages')}
      columns={columns}
      rows={languageRows(run, runs)}
      rowKey={({ locale }) => locale}
      csvName="assistant-results"
      toolbar={<span className="text-sm text-ink-3">{t('assistant.results.languages.hint')}</span>}
    />
  );
}

function Change({ by }: { by: number | null }) {
  const t = useT();
  if (!by) return null;
  const Arrow = by > 0 ? ArrowUp : ArrowDown;
  const said = t(by > 0 ? 'assistant.results.more' : 'assistant.results.fewer', { count: Math.abs(by) });
  return (
    <span
      title={said}
      className={`inline-flex items-center text-xs ${by > 0 ? 'text-success-text' : 'text-danger-text'}`}
    >
      <Arrow className="size-3" aria-hidden />
      <span aria-hidden>{Math.abs(by)}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
