import { type Agent, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery } from '../../queries.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What an administrator does for a colleague whose phone or session is lost. */
export type SignOutKind = 'sessions' | 'two_factor';

interface SignOutDialogProps {
  agent: Agent;
  kind: SignOutKind;
  onClose: () => void;
}

/** Signs a colleague out everywhere, and takes a lost second factor away where asked. */
export function SignOutDialog({ agent, kind, onClose }: SignOutDialogProps) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const { name } = agent;
  const run = async () => {
    const at = { params: { id: agent.id } };
    if (kind === 'sessions') await call(endpoints.access.endSessionsOf, at);
    else await call(endpoints.access.resetTwoFactor, at);
    void client.invalidateQueries({ queryKey: agentsQuery.queryKey });
    toast.show({ title: t(`people.sign_out.${kind}.done`, { name }), tone: 'success' });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`people.sign_out.${kind}.title`, { name })}
      confirmLabel={t(`people.sign_out.${kind}.confirm`)}
      onConfirm={run}
    >
      {t(`people.sign_out.${kind}.text`)}
    </ConfirmDialog>
  );
}
