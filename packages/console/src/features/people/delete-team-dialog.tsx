import { endpoints, type Team } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Asks before a team is removed; says so when it is still in use. */
export function DeleteTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const remove = async () => {
    await call(endpoints.people.deleteTeam, { params: { id: team.id } });
    client.setQueryData(teamsQuery.queryKey, (all) => all?.filter((other) => other.id !== team.id));
    void client.invalidateQueries({ queryKey: agentsQuery.queryKey });
    toast.show({ title: t('people.team.deleted', { name: team.name }) });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('people.team.delete', { name: team.name })}
      confirmLabel={t('people.team.delete.confirm')}
      onConfirm={remove}
    >
      {t('people.team.delete.text')}
    </ConfirmDialog>
  );
}
