import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Input } from '../../ui/input.tsx';

interface InvitationLinkDialogProps {
  invitation: { email: string; link: string; expiresAt: string; sent: boolean };
  onClose: () => void;
}

/** The link of an invitation, to be handed over where no mail was sent. */
export function InvitationLinkDialog({ invitation, onClose }: InvitationLinkDialogProps) {
  const t = useT();
  const format = useFormat();
  const { email, link, expiresAt, sent } = invitation;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('people.invitation.ready')}
      keepOpenOutside
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('access.done')}
        </Button>
      }
    >
      <p className="text-ink-2">
        {t(sent ? 'people.invitation.sent' : 'people.invitation.not_sent', { email })}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Input
          mono
          readOnly
          aria-label={t('people.invitation.link')}
          value={link}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 basis-64"
        />
        <CopyButton text={link} />
      </div>
      <p className="mt-3 text-sm text-ink-3">
        {t('people.invitation.expires', { moment: format.dateTime(expiresAt) })}
      </p>
    </Dialog>
  );
}
