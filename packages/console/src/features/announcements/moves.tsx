import { type Announcement, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan, useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useAct } from './announcement-queries.ts';
import { movesOf } from './moves-of.ts';

/** What can be done with an announcement as it stands, by who looks. */
export function Moves({ announcement }: { announcement: Announcement }) {
  const t = useT();
  const can = useCan();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useAct(announcement.id);
  const [asking, ask] = useState<'withdraw' | 'remove' | null>(null);
  const { id, version } = announcement;
  const params = { id };
  const { moves, decisions, mayRemove, own } = movesOf(announcement, me.agent.id, {
    manages: can('announcements.manage'),
    approves: can('announcements.approve'),
  });
  const decide = (decision: (typeof decisions)[number]) =>
    call(endpoints.announcements.decide, { params, body: { version, decision } });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {moves.map((move) => (
          <Button
            key={move}
            variant={move === 'submit' || move === 'publish' ? 'primary' : 'secondary'}
            loading={act.isPending}
            onClick={() =>
              act.mutate(() => call(endpoints.announcements.move, { params, body: { version, move } }))
            }
          >
            {t(`announcements.move.${move}`)}
          </Button>
        ))}
        {decisions.map((decision) => (
          <Button
            key={decision}
            variant={decision === 'approve' ? 'primary' : decision === 'withdraw' ? 'danger' : 'secondary'}
            loading={act.isPending}
            onClick={() => (decision === 'withdraw' ? ask('withdraw') : act.mutate(() => decide(decision)))}
          >
            {t(`announcements.move.${decision}`)}
          </Button>
        ))}
        {mayRemove && (
          <Button variant="quiet" onClick={() => ask('remove')}>
            {t('announcements.remove')}
          </Button>
        )}
        {own && <p className="text-sm text-ink-3">{t('announcements.own')}</p>}
      </div>
      <FormError error={act.error} />
      <ConfirmDialog
        open={asking === 'withdraw'}
        onOpenChange={(open) => !open && ask(null)}
        title={t('announcements.withdraw.title')}
        confirmLabel={t('announcements.move.withdraw')}
        onConfirm={() => act.mutateAsync(() => decide('withdraw'))}
      >
        {t('announcements.withdraw.text')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        onOpenChange={(open) => !open && ask(null)}
        title={t('announcements.remove.title')}
        confirmLabel={t('announcements.remove')}
        onConfirm={async () => {
          await call(endpoints.announcements.remove, { params });
          void client.invalidateQueries({ queryKey: ['announcements', 'list'] });
          void navigate({ to: '/announcements' });
        }}
      >
        {t('announcements.remove.text')}
      </ConfirmDialog>
    </div>
  );
}
