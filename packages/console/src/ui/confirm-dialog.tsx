import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from './button.tsx';
import { FormError } from './form-error.tsx';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb, such as "Discard". */
  confirmLabel: string;
  /** Closes when the promise is kept; shows the error when it is not. */
  onConfirm: () => Promise<unknown> | undefined;
  danger?: boolean;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, confirmLabel, onConfirm, danger = true } = props;
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        setError(null);
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="pop-motion fixed inset-x-4 top-[18dvh] z-50 mx-auto max-w-md rounded-xl bg-raised p-5 text-ink shadow-pop outline-none">
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-1.5 text-ink-2">
            {children}
          </Base.Description>
          <FormError error={error} className="mt-3" />
          <div className="mt-5 flex justify-end gap-2">
            <Base.Close render={<Button />}>{t('ui.cancel')}</Base.Close>
            <Button variant={danger ? 'danger' : 'primary'} loading={busy} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
