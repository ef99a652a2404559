import type { Attachment } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { letterDocument } from './letter-document.ts';

interface LetterFrameProps {
  html: string;
  inline: Readonly<Record<string, string>>;
  attachments: readonly Attachment[];
}

/** A letter as its sender laid it out, in a frame in which nothing runs and from which nothing is fetched. */
export function LetterFrame({ html, inline, attachments }: LetterFrameProps) {
  const t = useT();
  const shown = Object.entries(inline).flatMap(([cid, fileId]) => {
    const url = attachments.find((it) => it.id === fileId && it.type.startsWith('image/'))?.url;
    return url ? [[cid, url] as const] : [];
  });
  // The frame has no origin of its own, so that it could not fetch them itself.
  const { data: images } = useQuery({
    queryKey: ['letter-images', shown],
    queryFn: async () =>
      new Map(await Promise.all(shown.map(async ([cid, url]) => [cid, await dataAddress(url)] as const))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { page, blocked } = useMemo(() => letterDocument(html, images ?? new Map()), [html, images]);
  return (
    <div className="flex w-[min(36rem,70vw)] max-w-full flex-col gap-1">
      {blocked > 0 && <p className="text-xs text-ink-2">{t('inbox.letter.blocked', { count: blocked })}</p>}
      <iframe
        title={t('inbox.letter.frame')}
        srcDoc={page}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className="h-80 w-full resize-y rounded-md border border-line-2 bg-white"
      />
    </div>
  );
}

async function dataAddress(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('the picture could not be read')));
    reader.readAsDataURL(blob);
  });
}
