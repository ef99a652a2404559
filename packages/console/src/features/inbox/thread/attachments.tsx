import type { Attachment } from '@fairlead/contract';
import { FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { FileSize } from '../file-size.tsx';
import { MarkSensitive } from './files/mark-sensitive.tsx';
import { SensitiveFile } from './files/sensitive-file.tsx';
import { Lightbox } from './lightbox.tsx';

/** The widest and highest a picture is drawn in a thread, in pixels: alone, and among others. */
const boxes = { one: { width: 280, height: 240 }, some: { width: 180, height: 150 } };

interface AttachmentsProps {
  attachments: readonly Attachment[];
  /** Where they were sent; absent while they are on their way. */
  conversationId?: string;
}

/** A message's files: pictures to enlarge, video to play, documents to open. */
export function Attachments({ attachments, conversationId }: AttachmentsProps) {
  const [open, setOpen] = useState<number | null>(null);
  const openly = attachments.filter((attachment) => !attachment.sensitive);
  const images = openly.filter((attachment) => attachment.type.startsWith('image/'));
  return (
    <div className="flex flex-col gap-1.5">
      {images.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {images.map((image, index) => (
            <Picture key={image.id} image={image} alone={images.length === 1} onOpen={() => setOpen(index)} />
          ))}
        </div>
      )}
      {openly.map((attachment) => {
        if (attachment.type.startsWith('video/')) return <Video key={attachment.id} video={attachment} />;
        if (attachment.type.startsWith('image/')) return null;
        return <Document key={attachment.id} file={attachment} conversationId={conversationId} />;
      })}
      {conversationId !== undefined &&
        attachments
          .filter((attachment) => attachment.sensitive)
          .map((attachment) => (
            <SensitiveFile key={attachment.id} file={attachment} conversationId={conversationId} />
          ))}
      {open !== null && (
        <Lightbox
          conversationId={conversationId}
          images={images}
          index={open}
          onMove={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function Picture({ image, alone, onOpen }: { image: Attachment; alone: boolean; onOpen: () => void }) {
  const t = useT();
  const [broken, setBroken] = useState(false);
  const { width, height } = fit(image, boxes[alone ? 'one' : 'some']);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t('inbox.image.open', { name: image.name })}
      style={{ width, height }}
      className="grid max-w-full place-items-center overflow-hidden rounded-md bg-sunken text-ink-3 ring-1 ring-line-2 transition-shadow hover:ring-accent-text"
    >
      {broken ? (
        <span className="flex flex-col items-center gap-1 px-2 text-xs">
          <ImageOff className="size-5" aria-hidden />
          {t('inbox.image.broken')}
        </span>
      ) : (
        <img
          src={image.previewUrl ?? image.url ?? undefined}
          alt=""
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="size-full object-cover"
        />
      )}
    </button>
  );
}

/** The place a picture takes, known before it is there, so that nothing moves when it comes. */
function fit({ width, height }: Attachment, box: { width: number; height: number }) {
  if (!width || !height) return { width: 160, height: 120 };
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(64, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

function Video({ video }: { video: Attachment }) {
  return (
    // What a customer films has no captions.
    <video
      src={video.url ?? undefined}
      controls
      preload="metadata"
      title={video.name}
      aria-label={video.name}
      className="aspect-video w-72 max-w-full rounded-md bg-black"
    />
  );
}

function Document({ file, conversationId }: { file: Attachment; conversationId: string | undefined }) {
  const t = useT();
  return (
    <span className="flex items-center gap-1">
      <a
        href={file.url ?? undefined}
        target="_blank"
        rel="noopener noreferrer"
        className="flex w-72 max-w-full items-center gap-2.5 rounded-md border border-line-2 bg-surface px-2.5 py-2 text-ink hover:bg-hover"
      >
        <span className="grid size-8 shrink-0 place-items-center rounded-md bg-danger-soft text-danger-text">
          <FileText className="size-4" aria-hidden />
        </span>
        <span className="min-w-0">
          <span className="block truncate font-medium">{file.name}</span>
          <span className="block text-xs text-ink-3">
            {t(file.type === 'application/pdf' ? 'inbox.file.pdf' : 'inbox.file.other')} ·{' '}
            <FileSize bytes={file.size} />
          </span>
        </span>
      </a>
      {conversationId !== undefined && <MarkSensitive small file={file} conversationId={conversationId} />}
    </span>
  );
}
