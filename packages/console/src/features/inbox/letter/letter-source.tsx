import type { Message } from '@fairlead/contract';
import { FileCode } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { LetterSourceDialog } from './letter-source-dialog.tsx';

/** The way to a letter as it came, for those who may open what is sensitive: every file lies open in it. */
export function LetterSource({ message, subject }: { message: Message; subject: string }) {
  const t = useT();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can('files.open_sensitive')) return null;
  return (
    <>
      <Button size="sm" icon={<FileCode />} onClick={() => setOpen(true)}>
        {t('inbox.letter.source')}
      </Button>
      {open && <LetterSourceDialog message={message} subject={subject} onClose={() => setOpen(false)} />}
    </>
  );
}
