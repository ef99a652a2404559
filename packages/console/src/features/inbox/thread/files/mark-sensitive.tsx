import { type Attachment, endpoints } from '@fairlead/contract';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../../api.ts';
import { useT } from '../../../../i18n/i18n.tsx';
import { useCan } from '../../../../session.tsx';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';

interface MarkSensitiveProps {
  file: Attachment;
  conversationId: string;
  /** An icon alone, beside the file. */
  small?: boolean;
  onMarked?: () => void;
}

/** Marks a file as an identity document. The thread learns of it by its live line, as colleagues do. */
export function MarkSensitive({ file, conversationId, small = false, onMarked }: MarkSensitiveProps) {
  const t = useT();
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const mark = async () => {
    await call(endpoints.files.markSensitive, { params: { id: conversationId, fileId: file.id } });
    onMarked?.();
  };
  if (!can('conversations.reply')) return null;
  const ask = () => setAsking(true);
  return (
    <>
      {small ? (
        <IconButton
          label={t('inbox.sensitive.mark.named', { name: file.name })}
          icon={<LockKeyhole />}
          onClick={ask}
        />
      ) : (
        <Button icon={<LockKeyhole />} onClick={ask}>
          {t('inbox.sensitive.mark')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('inbox.sensitive.mark')}
        confirmLabel={t('inbox.sensitive.mark.do')}
        danger={false}
        onConfirm={mark}
      >
        {t('inbox.sensitive.mark.text')}
      </ConfirmDialog>
    </>
  );
}
