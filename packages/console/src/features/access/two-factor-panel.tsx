import { useQueryClient } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { meQuery } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DisableTwoFactorDialog } from './disable-two-factor-dialog.tsx';
import { TwoFactorSetup } from './two-factor-setup.tsx';

/** The second factor: set up, renewed, switched off. */
export function TwoFactorPanel() {
  const t = useT();
  const client = useQueryClient();
  const { twoFactor } = useMe();
  const [open, setOpen] = useState<'setup' | 'disable' | null>(null);
  const close = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const few = twoFactor.enabled && twoFactor.recoveryCodesLeft <= 2;
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('access.two_factor')}
          {twoFactor.enabled ? (
            <Badge tone="success" icon={<ShieldCheck />}>
              {t('access.two_factor.on')}
            </Badge>
          ) : (
            <Badge tone="warning" icon={<ShieldAlert />}>
              {t('access.two_factor.off')}
            </Badge>
          )}
        </span>
      }
      description={t(twoFactor.enabled ? 'access.two_factor.on.text' : 'access.two_factor.off.text')}
      actions={
        <>
          {twoFactor.enabled && !twoFactor.required && (
            <Button variant="quiet" onClick={() => setOpen('disable')}>
              {t('access.two_factor.disable')}
            </Button>
          )}
          <Button variant={twoFactor.enabled ? 'secondary' : 'primary'} onClick={() => setOpen('setup')}>
            {t(twoFactor.enabled ? 'access.two_factor.renew' : 'access.two_factor.enable')}
          </Button>
        </>
      }
    >
      {twoFactor.enabled && (
        <p className={few ? 'text-warning-text' : 'text-ink-2'}>
          {t('access.two_factor.codes_left', { count: twoFactor.recoveryCodesLeft })}
          {few && ` ${t('access.two_factor.codes_few')}`}
        </p>
      )}
      {twoFactor.required && <p className="text-ink-2">{t('access.two_factor.is_required')}</p>}
      <Dialog
        open={open === 'setup'}
        onOpenChange={(next) => !next && close()}
        title={t('access.two_factor.setup.title')}
        keepOpenOutside
      >
        <TwoFactorSetup onDone={close} />
      </Dialog>
      <DisableTwoFactorDialog open={open === 'disable'} onClose={close} />
    </Panel>
  );
}
