import type { MessageSource } from '@fairlead/contract';
import { FileText } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';

interface MessageSourcesProps {
  sources: readonly MessageSource[];
  /** They stand below the answer, set off by a line. */
  below?: boolean;
}

/** What an answer of the assistant is taken from: each leads to its page. */
export function MessageSources({ sources, below = true }: MessageSourcesProps) {
  const t = useT();
  if (sources.length === 0) return null;
  return (
    <ul
      aria-label={t('inbox.sources')}
      className={cx('flex flex-col gap-0.5', below && 'border-t border-line pt-1.5 text-xs')}
    >
      {sources.map(({ title, url }) => (
        <li key={url}>
          <a
            href={url}
            target="_blank"
            rel="noopener"
            className="inline-flex items-center gap-1 text-accent-text hover:underline"
          >
            <FileText className="size-3.5 shrink-0" aria-hidden />
            <bdi>{title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
