import type { UseQueryResult } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';

interface InsightTableProps<Row> {
  list: Pick<UseQueryResult<Row[]>, 'data' | 'error' | 'refetch'>;
  label: string;
  /** Says what the rows are, above them. */
  hint: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  csvName: string;
  /** What stands there where there are none, and why that may be. */
  none: { title: string; text: string };
  footer?: ReactNode;
}

/** One list of the insight page, to be kept as a table of a spreadsheet. */
export function InsightTable<Row>(props: InsightTableProps<Row>) {
  const { list, label, hint, columns, rowKey, csvName, none, footer } = props;
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={8} />;
  if (list.data.length === 0)
    return (
      <EmptyState icon={<CircleCheck />} title={none.title}>
        {none.text}
      </EmptyState>
    );
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={list.data}
      rowKey={rowKey}
      csvName={csvName}
      toolbar={<span className="text-sm text-ink-3">{hint}</span>}
      footer={footer}
    />
  );
}
