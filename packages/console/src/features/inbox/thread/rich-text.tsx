import { ExternalLink } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { LongId } from './long-id.tsx';
import { textParts } from './text-parts.ts';

interface RichTextProps {
  text: string;
  /** The language it is written in, where it is known. */
  lang?: string | undefined;
  /** Names that stand for colleagues. */
  mentions?: readonly string[];
}

/** A message's text: line breaks kept, addresses as links that give nothing away, long ids to be copied whole. */
export function RichText({ text, lang, mentions }: RichTextProps) {
  const t = useT();
  const parts = useMemo(() => textParts(sayMarks(t, text), mentions), [t, text, mentions]);
  return (
    <p
      dir="auto"
      lang={lang}
      className="leading-5.5 break-words whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {parts.map((part, index) => {
        // The parts of a text that does not change: their places are their identity.
        const key = `${index}-${part.kind}`;
        if (part.kind === 'link') {
          return (
            <a
              key={key}
              href={part.href}
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
              title={t('inbox.link', { host: part.host })}
              className="text-accent-text underline decoration-accent-text/40 underline-offset-2 hover:decoration-accent-text"
            >
              {part.text}
              <ExternalLink className="ms-0.5 inline size-3 align-baseline" aria-hidden />
            </a>
          );
        }
        if (part.kind === 'code') return <LongId key={key} text={part.text} />;
        if (part.kind === 'mention') {
          return (
            <span key={key} className="font-semibold text-accent-text">
              {part.text}
            </span>
          );
        }
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
