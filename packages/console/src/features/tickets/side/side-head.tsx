import type { SideConversation } from '@fairlead/contract';
import { ArrowLeft, Check, RotateCcw, UserPen } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Parties } from './parties.tsx';
import type { SideActions } from './use-side-actions.ts';

interface SideHeadProps {
  side: SideConversation;
  actions: SideActions;
  editable: boolean;
  onBack: () => void;
}

/** What a side conversation is about, with whom it is held, and how it stands. */
export function SideHead({ side, actions, editable, onBack }: SideHeadProps) {
  const t = useT();
  const format = useFormat();
  const [parties, setParties] = useState<readonly string[] | null>(null);
  const [open, setOpen] = useState(false);
  const done = side.state === 'done';
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          label={t('tickets.side.back')}
          icon={<ArrowLeft className="rtl:-scale-x-100" />}
          onClick={onBack}
          className="lg:hidden"
        />
        <div className="min-w-40 flex-1">
          <h2 dir="auto" className="font-semibold [overflow-wrap:anywhere]">
            {side.subject}
          </h2>
          <p className="text-sm [overflow-wrap:anywhere] text-ink-2">{format.list(side.parties)}</p>
        </div>
        <Badge tone={done ? 'success' : 'neutral'}>{t(`tickets.side.${side.state}`)}</Badge>
        {editable && (
          <>
            <IconButton
              label={t('tickets.side.edit_parties')}
              icon={<UserPen />}
              aria-expanded={parties !== null}
              onClick={() => setParties(parties === null ? side.parties : null)}
            />
            <Button
              size="sm"
              icon={done ? <RotateCcw /> : <Check />}
              loading={actions.updating}
              onClick={() => actions.update({ state: done ? 'open' : 'done' })}
            >
              {t(done ? 'tickets.side.set_open' : 'tickets.side.set_done')}
            </Button>
          </>
        )}
      </div>
      {parties !== null && (
        <div className="flex flex-col items-start gap-2 [&>:first-child]:w-full">
          <Parties value={parties} onChange={setParties} onOpen={setOpen} autoFocus />
          <Button
            size="sm"
            disabled={parties.length === 0 || open}
            onClick={() => {
              actions.update({ parties: [...parties] });
              setParties(null);
            }}
          >
            {t('tickets.side.save_parties')}
          </Button>
        </div>
      )}
    </div>
  );
}
