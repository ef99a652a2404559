import { endpoints, type Inbox, type SocialInboxView } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { FileDown, QrCode as QrCodeIcon } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/download.ts';
import { FormError } from '../../ui/form-error.tsx';
import { QrCode } from '../access/qr-code.tsx';
import { CopiedField } from './copied-field.tsx';
import { Trouble } from './email-health.tsx';
import { pictureOf, svgOf } from './qr-picture.ts';

/** Where customers begin a chat with an inbox: the address, and a QR code of it to print. Nothing where the platform has no such address. */
export function ChatCode({ inbox, social }: { inbox: Inbox; social: SocialInboxView }) {
  const t = useT();
  const [made, setMade] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: () => call(endpoints.channels.makeChatLink, { params: { id: inbox.id } }),
    onSuccess: ({ link }) => setMade(link),
  });
  const link = social.chatLink ?? made;
  if (link === null && !social.makesChatLink) return null;
  const name = `${inbox.name}-qr`.replaceAll(/[\s/\\:*?"<>|]+/g, '-');
  return (
    <section aria-label={t('channels.code')} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{t('channels.code')}</h3>
      <p className="text-sm text-ink-2">
        {t(social.makesChatLink ? 'channels.code.text.made' : 'channels.code.text')}
      </p>
      {link === null ? (
        <>
          <Button
            icon={<QrCodeIcon />}
            className="self-start"
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t('channels.code.make')}
          </Button>
          {make.data?.trouble && <Trouble trouble={make.data.trouble} />}
          <FormError error={make.error} />
        </>
      ) : (
        <div className="flex flex-wrap items-start gap-4">
          <QrCode
            text={link}
            label={t('channels.code.label', { inbox: inbox.name })}
            className="size-40 shrink-0 rounded-md border border-line"
          />
          <div className="flex min-w-56 flex-1 flex-col gap-3">
            <CopiedField label={t('channels.code.address')} text={link} />
            <div className="flex flex-wrap gap-2">
              <Button
                icon={<FileDown />}
                onClick={() => download(`${name}.svg`, 'image/svg+xml', svgOf(link))}
              >
                SVG
              </Button>
              <Button
                icon={<FileDown />}
                onClick={() =>
                  void pictureOf(link).then((bytes) => download(`${name}.png`, 'image/png', bytes))
                }
              >
                PNG
              </Button>
            </div>
          </div>
        </div>
      )}
    </section>
  );
}
