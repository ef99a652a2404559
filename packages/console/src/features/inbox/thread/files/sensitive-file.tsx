import type { Attachment } from '@fairlead/contract';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../../i18n/i18n.tsx';
import { useCan } from '../../../../session.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FileSize } from '../../file-size.tsx';
import { SensitiveDialog } from './sensitive-dialog.tsx';

interface SensitiveFileProps {
  file: Attachment;
  conversationId: string;
}

/** A file with an identity document: veiled, and opened with a reason only. */
export function SensitiveFile({ file, conversationId }: SensitiveFileProps) {
  const t = useT();
  const allowed = useCan()('files.open_sensitive');
  const [open, setOpen] = useState(false);
  return (
    <div className="flex w-72 max-w-full items-center gap-3 rounded-md border border-line-2 bg-surface p-2 text-ink">
      <span className="relative grid size-14 shrink-0 place-items-center overflow-hidden rounded-sm bg-sunken text-ink-2">
        {file.previewUrl && (
          <img src={file.previewUrl} alt="" className="absolute inset-0 size-full object-cover blur-sm" />
        )}
        <span className="relative grid size-7 place-items-center rounded-full bg-surface">
          <LockKeyhole className="size-4" aria-hidden />
        </span>
      </span>
      <span className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <span className="max-w-full truncate font-medium">{file.name}</span>
        <span className="text-xs text-ink-2">
          {t('inbox.sensitive.what')} · <FileSize bytes={file.size} />
        </span>
        <Button
          size="sm"
          onClick={() => setOpen(true)}
          aria-label={allowed ? t('inbox.sensitive.open.named', { name: file.name }) : undefined}
        >
          {t(allowed ? 'inbox.sensitive.open' : 'inbox.sensitive.who')}
        </Button>
      </span>
      {open && <SensitiveDialog file={file} conversationId={conversationId} onClose={() => setOpen(false)} />}
    </div>
  );
}
