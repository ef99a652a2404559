import type { BulkResult, Ticket } from '@fairlead/contract';
import { CircleDot, Radar, Signal, Tag, UserRound, UsersRound, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';
import { useTicketChoices } from '../choices.ts';
import { TrackDialog } from '../tracker/track-dialog.tsx';
import { BulkResultsDialog } from './bulk-results-dialog.tsx';
import { BulkTagsDialog } from './bulk-tags-dialog.tsx';
import { type BulkChange, useBulkEdit } from './use-bulk-edit.ts';

interface BulkBarProps {
  ids: readonly string[];
  tickets: readonly Ticket[];
  /** The choice is done with. */
  onDone: () => void;
}

/** What can be done with the chosen tickets together. */
export function BulkBar({ ids, tickets, onDone }: BulkBarProps) {
  const t = useT();
  const choices = useTicketChoices();
  const { busy, run } = useBulkEdit();
  const [dialog, setDialog] = useState<'tags' | 'track' | null>(null);
  const [refused, setRefused] = useState<readonly BulkResult[]>([]);
  const change = async (what: BulkChange) => {
    const results = await run(ids, what);
    if (!results) return;
    const left = results.filter((result) => result.refused);
    if (left.length > 0) setRefused(left);
    else onDone();
  };
  return (
    <div
      role="group"
      aria-label={t('tickets.bulk')}
      className="flex flex-wrap items-center gap-1.5 border-b border-line bg-accent-soft px-3 py-1.5"
    >
      <span role="status" className="me-2 font-medium text-accent-text">
        {t('tickets.bulk.chosen', { count: ids.length })}
      </span>
      <BulkMenu
        icon={<CircleDot />}
        label={t('tickets.column.status')}
        busy={busy}
        options={choices.statuses.filter(({ value }) => value !== 'new')}
        onChange={(status) => void change({ status })}
      />
      <BulkMenu
        icon={<Signal />}
        label={t('tickets.column.priority')}
        busy={busy}
        options={choices.priorities}
        onChange={(priority) => void change({ priority })}
      />
      <BulkMenu
        icon={<UsersRound />}
        label={t('tickets.column.team')}
        busy={busy}
        options={choices.teams}
        onChange={(teamId) => void change({ teamId })}
      />
      <BulkMenu
        icon={<UserRound />}
        label={t('tickets.column.assignee')}
        busy={busy}
        options={[{ value: '', label: t('tickets.nobody') }, ...choices.agents]}
        onChange={(agentId) => void change({ assigneeId: agentId || null })}
      />
      <Button size="sm" icon={<Tag />} disabled={busy} onClick={() => setDialog('tags')}>
        {t('tickets.column.tags')}
      </Button>
      <Button size="sm" icon={<Radar />} disabled={busy} onClick={() => setDialog('track')}>
        {t('tickets.track')}
      </Button>
      <Button size="sm" variant="quiet" icon={<X />} className="ms-auto" onClick={onDone}>
        {t('tickets.bulk.clear')}
      </Button>
      {dialog === 'tags' && (
        <BulkTagsDialog
          tickets={tickets.filter(({ id }) => ids.includes(id))}
          onClose={() => setDialog(null)}
          onChange={(tags) => void change(tags)}
        />
      )}
      {dialog === 'track' && <TrackDialog ticketIds={ids} onClose={() => setDialog(null)} onDone={onDone} />}
      {refused.length > 0 && (
        <BulkResultsDialog results={refused} tickets={tickets} onClose={() => setRefused([])} />
      )}
    </div>
  );
}

interface BulkMenuProps<T extends string> {
  icon: ReactNode;
  label: string;
  busy: boolean;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function BulkMenu<T extends string>({ icon, label, busy, options, onChange }: BulkMenuProps<T>) {
  return (
    <Menu
      trigger={
        <Button size="sm" icon={icon} disabled={busy}>
          {label}
        </Button>
      }
    >
      <MenuChoice label={label} value={'none' as T} onChange={onChange} options={options} />
    </Menu>
  );
}
