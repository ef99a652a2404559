import type { Attachment } from '@fairlead/contract';
import { ChevronLeft, ChevronRight, ExternalLink } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MarkSensitive } from './files/mark-sensitive.tsx';

interface LightboxProps {
  /** Where they were sent; absent while they are on their way. */
  conversationId?: string | undefined;
  images: readonly Attachment[];
  index: number;
  onMove: (index: number) => void;
  onClose: () => void;
}

/** A picture as large as the window allows; two buttons go to the others of its message. */
export function Lightbox({ conversationId, images, index, onMove, onClose }: LightboxProps) {
  const t = useT();
  const image = images[index];
  if (!image) return null;
  const move = (step: number) => {
    const next = index + step;
    if (images[next]) onMove(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={image.name}
      size="lg"
      footer={
        <>
          {images.length > 1 && (
            <span className="me-auto flex items-center gap-1">
              <IconButton
                label={t('inbox.image.previous')}
                icon={<ChevronLeft className="rtl:-scale-x-100" />}
                disabled={index === 0}
                onClick={() => move(-1)}
              />
              <span className="text-sm text-ink-3">
                {t('inbox.image.place', { place: index + 1, count: images.length })}
              </span>
              <IconButton
                label={t('inbox.image.next')}
                icon={<ChevronRight className="rtl:-scale-x-100" />}
                disabled={index === images.length - 1}
                onClick={() => move(1)}
              />
            </span>
          )}
          {conversationId !== undefined && (
            <MarkSensitive file={image} conversationId={conversationId} onMarked={onClose} />
          )}
          <a
            href={image.url ?? undefined}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass()}
          >
            <ExternalLink className="size-4" aria-hidden />
            {t('inbox.image.original')}
          </a>
        </>
      }
    >
      <img
        src={image.url ?? undefined}
        alt={image.name}
        className="mx-auto max-h-[58dvh] max-w-full rounded-md object-contain"
      />
    </Dialog>
  );
}
