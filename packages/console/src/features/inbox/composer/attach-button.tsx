import { attachmentTypes } from '@fairlead/contract';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';

/** Chooses files to go along with what is being written. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={attachmentTypes.join(',')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <IconButton
        size="sm"
        side="top"
        label={t('inbox.composer.attach')}
        icon={<Paperclip />}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
