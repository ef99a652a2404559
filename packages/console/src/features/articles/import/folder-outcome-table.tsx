import { useT } from '../../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { type Outcome, OutcomeBadge } from './outcome-badge.tsx';
import type { FolderProblem, FolderRun } from './use-folder-import.ts';

interface Row {
  readonly path: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly problem: FolderProblem | null;
}

/** What becomes of each article of a folder, and why something is left out: what was left out first. */
export function FolderOutcomeTable({ articles, problems }: Pick<FolderRun, 'articles' | 'problems'>) {
  const t = useT();
  const rows: Row[] = [
    ...problems.map((problem): Row => ({ path: problem.path, title: '', outcome: 'left_out', problem })),
    ...articles.map((it): Row => ({ ...it, problem: null })),
  ];
  const reasonOf = ({ problem }: Row) =>
    problem ? t(`articles.import.folder.${problem.problem}`, { words: problem.words ?? '' }) : '';
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t('articles.title'),
      value: ({ title, path }) => title || path,
      cell: ({ title, path }) => (
        <span className="block min-w-40 py-1 [overflow-wrap:anywhere]">
          {title && <span className="font-medium">{title}</span>}
          <span className="block font-mono text-xs text-ink-3">{path}</span>
        </span>
      ),
    },
    {
      id: 'outcome',
      header: t('articles.import.outcome'),
      value: ({ outcome }) => t(`articles.import.outcome.${outcome}`),
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'remarks',
      header: t('articles.import.remarks'),
      value: reasonOf,
      cell: (row) => (
        <span className="block max-w-prose min-w-40 py-1 text-sm text-ink-2">{reasonOf(row)}</span>
      ),
    },
  ];
  return (
    <DataTable
      label={t('articles.import.result')}
      columns={columns}
      rows={rows}
      rowKey={({ path, outcome }) => `${outcome} ${path}`}
      csvName="article-import"
    />
  );
}
