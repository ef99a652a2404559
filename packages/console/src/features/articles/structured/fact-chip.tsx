import { useQuery } from '@tanstack/react-query';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { TriangleAlert } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { factsQuery } from '../article-queries.ts';
import { useWritingLocale } from './writing-locale.ts';

/** A live fact in a text: what it says at present. */
export function FactChip({ node, selected }: NodeViewProps) {
  const t = useT();
  const name = String(node.attrs['name']);
  const { data } = useQuery(factsQuery(useWritingLocale()));
  const value = data?.find((it) => it.name === name)?.value;
  const unknown = data !== undefined && value === undefined;
  const form = `{{${name}}}`;
  return (
    <NodeViewWrapper
      as="span"
      title={unknown ? t('articles.problem.fact', { what: form }) : form}
      className={cx(
        'inline-flex items-center gap-1 rounded-sm border px-1 align-baseline leading-5 whitespace-nowrap tabular-nums',
        unknown
          ? 'border-warning-text bg-warning-soft text-warning-text'
          : 'border-line-2 bg-accent-soft text-accent-text',
        selected && 'outline-2 outline-accent',
      )}
    >
      {unknown && <TriangleAlert className="size-3.5" aria-hidden />}
      {value ?? form}
    </NodeViewWrapper>
  );
}
