import type { Letter, Message } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { ImageDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { letterDocument } from './letter-document.ts';
import { remotePicturesQuery } from './letter-queries.ts';

interface LetterFrameProps {
  letter: Letter;
  html: string;
  message: Message;
}

/** A letter as its sender laid it out, in a frame in which nothing runs and from which nothing is fetched. */
export function LetterFrame({ letter, html, message }: LetterFrameProps) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const shown = Object.entries(letter.inline).flatMap(([cid, fileId]) => {
    const url = message.attachments.find((it) => it.id === fileId && it.type.startsWith('image/'))?.url;
    return url ? [[cid, url] as const] : [];
  });
  // The frame has no origin of its own, so that it could not fetch them itself.
  const images = useQuery({
    queryKey: ['letter-images', shown],
    queryFn: async () =>
      new Map(await Promise.all(shown.map(async ([cid, url]) => [cid, await dataAddress(url)] as const))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const remote = useQuery({ ...remotePicturesQuery(message, letter.remotePictures), enabled: asked });
  const { page, blocked } = useMemo(
    () => letterDocument(html, images.data ?? new Map(), remote.data),
    [html, images.data, remote.data],
  );
  return (
    <div className="flex w-[min(36rem,70vw)] max-w-full flex-col gap-1.5">
      {blocked > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
          <p role="status">
            {t(remote.isSuccess ? 'inbox.letter.not_loaded' : 'inbox.letter.blocked', { count: blocked })}
          </p>
          {!remote.isSuccess && letter.remotePictures.length > 0 && (
            <Button
              size="sm"
              icon={<ImageDown />}
              loading={remote.isFetching}
              onClick={() => (asked ? void remote.refetch() : setAsked(true))}
            >
              {t('inbox.letter.load')}
            </Button>
          )}
          {!remote.isSuccess && <p className="basis-full text-ink-3">{t('inbox.letter.load_told')}</p>}
        </div>
      )}
      <iframe
        // Another frame for another page: one that comes while the first still loads may be dropped by the browser.
        key={`${images.dataUpdatedAt} ${remote.dataUpdatedAt}`}
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
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the picture was answered with ${response.status}`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('the picture could not be read')));
    reader.readAsDataURL(blob);
  });
}
