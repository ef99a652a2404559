import type { Attachment } from '@fairlead/contract';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from './context.ts';
import { Icon } from './icon.tsx';

/** A picture as large as the panel. */
export function Lightbox({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { name } = attachment;
  // Only what has an address is enlarged.
  const url = attachment.url as string;
  return (
    <dialog
      class="lightbox"
      ref={dialog}
      aria-label={name}
      onClose={onClose}
      onClick={() => dialog.current?.close()}
    >
      <div class="lightbox-bar">
        <span class="grow" dir="auto">
          {name}
        </span>
        <a
          class="icon-button"
          href={url}
          target="_blank"
          rel="noopener"
          aria-label={texts.t('file.original')}
          onClick={(event) => event.stopPropagation()}
        >
          <Icon name="external" />
        </a>
        <button type="button" class="icon-button" aria-label={texts.t('file.close')}>
          <Icon name="close" />
        </button>
      </div>
      <img src={url} alt={name} />
    </dialog>
  );
}
