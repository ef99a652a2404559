import { useT } from '../../i18n/i18n.tsx';
import { useSignOut } from '../../shell/use-me-actions.ts';
import { Button } from '../../ui/button.tsx';
import { AccessLayout } from './access-layout.tsx';
import { TwoFactorSetup } from './two-factor-setup.tsx';

/** All that an agent without a second factor reaches where one is required. */
export default function TwoFactorGate({ onDone }: { onDone: () => void }) {
  const t = useT();
  const signOut = useSignOut();
  return (
    <AccessLayout title={t('access.two_factor.setup.title')} description={t('access.two_factor.gate')}>
      <TwoFactorSetup onDone={onDone} />
      <Button
        variant="quiet"
        size="sm"
        className="mt-4"
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('shell.me.sign_out')}
      </Button>
    </AccessLayout>
  );
}
