import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useT } from '../../../i18n/i18n.tsx';

/** What the editor has no form for: its Markdown, as it is written. */
export function RawBlock({ node, updateAttributes }: NodeViewProps) {
  const t = useT();
  const source = String(node.attrs['source']);
  return (
    <NodeViewWrapper className="my-3 rounded-md border border-line-2 bg-sunken p-2" contentEditable={false}>
      <p className="mb-1! text-xs text-ink-3">{t('articles.raw')}</p>
      <textarea
        aria-label={t('articles.raw')}
        rows={Math.min(12, source.split('\n').length + 1)}
        value={source}
        onChange={(event) => updateAttributes({ source: event.currentTarget.value })}
        className="w-full resize-y rounded-sm bg-surface p-2 font-mono text-sm text-ink"
      />
    </NodeViewWrapper>
  );
}
