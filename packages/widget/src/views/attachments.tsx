import type { Attachment } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { fileSize } from '../text/file-size.ts';
import { useTexts } from './context.ts';
import { Icon } from './icon.tsx';
import { Lightbox } from './lightbox.tsx';

/** The longer side of a picture in a thread, in pixels. */
const longest = 240;

/** Pictures, recordings and documents of a message. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const [shown, setShown] = useState<Attachment | null>(null);
  return (
    <>
      {attachments.map((it) =>
        it.url && it.type[0] === 'i' ? (
          <Picture key={it.id} attachment={it} onOpen={() => setShown(it)} />
        ) : it.url && it.type[0] === 'v' ? (
          // Customers' recordings have no captions.
          <video
            key={it.id}
            class="video"
            src={it.url}
            controls
            playsInline
            preload="metadata"
            aria-label={it.name}
          />
        ) : (
          <Document key={it.id} attachment={it} />
        ),
      )}
      {shown && <Lightbox attachment={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function Picture({ attachment, onOpen }: { attachment: Attachment; onOpen: () => void }) {
  const texts = useTexts();
  const { name, url, previewUrl, width, height } = attachment;
  const scale = Math.min(1, longest / Math.max(width ?? longest, height ?? longest));
  return (
    // By its name alone until the texts of its part are there.
    <button
      type="button"
      class="picture"
      aria-label={texts.t('file.open', { name }) || name}
      onClick={onOpen}
    >
      <img
        src={previewUrl ?? (url as string)}
        alt=""
        // Known before it loads, so that nothing jumps.
        width={Math.round((width ?? longest) * scale)}
        height={Math.round((height ?? longest) * scale)}
      />
    </button>
  );
}

function Document({ attachment }: { attachment: Attachment }) {
  const texts = useTexts();
  const { name, size, url } = attachment;
  return (
    // Without an address it is no link: an identity document is shown to nobody from here, so that a lost phone shows none.
    <a class="document" href={url as string} target="_blank" rel="noopener">
      <Icon name="file" />
      <span class="grow">
        <b dir="auto">{name}</b>
        <small>{url ? <bdi>PDF · {fileSize(texts.locale, size)}</bdi> : texts.t('file.kept_safe')}</small>
      </span>
    </a>
  );
}
