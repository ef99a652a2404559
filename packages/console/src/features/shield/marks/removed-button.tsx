import type { Message } from '@fairlead/contract';
import { sayRemoved } from '@fairlead/shield/marks';
import { ShieldOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { RemovalsDialog } from './removals-dialog.tsx';

/** Below a message that the shield took something out of: the way to what is known of it. */
export function RemovedButton({ message }: { message: Message }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const count = useMemo(() => marksIn(message.text), [message.text]);
  if (count === 0) return null;
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={<ShieldOff />}
        onClick={() => setOpen(true)}
        className="self-start"
      >
        {t('shield.marks', { count })}
      </Button>
      {open && <RemovalsDialog message={message} onClose={() => setOpen(false)} />}
    </>
  );
}

function marksIn(text: string): number {
  let count = 0;
  sayRemoved(text, () => {
    count++;
    return '';
  });
  return count;
}
