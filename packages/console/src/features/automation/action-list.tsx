import { maximumActions, type TicketAction } from '@fairlead/contract';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { moveItem } from '../sla/admin/move-item.ts';
import { ActionFields } from '../tickets/actions/action-fields.tsx';
import { actionKinds, newAction } from '../tickets/actions/new-action.ts';
import { ProblemLine } from './problem-line.tsx';
import { problemOfAction } from './rule-problems.ts';

interface ActionListProps {
  value: readonly TicketAction[];
  onChange: (value: TicketAction[]) => void;
  tried: boolean;
}

/** What a rule does, in order: added, moved by key, and removed. */
export function ActionList({ value, onChange, tried }: ActionListProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      {value.map((action, index) => {
        const place = index + 1;
        return (
          <div
            // Actions have no identity but their place.
            key={index}
            role="group"
            aria-label={t('automation.action', { place })}
            className="flex flex-col gap-2 rounded-md border border-line p-2"
          >
            <div className="flex items-center gap-1">
              <Select
                label={t('actions.kind')}
                value={action.do}
                onChange={(kind) => onChange(value.with(index, newAction(kind)))}
                options={actionKinds.map((kind) => ({ value: kind, label: t(`actions.${kind}`) }))}
                className="min-w-0 flex-1"
              />
              <IconButton
                size="sm"
                label={t('automation.action.up', { place })}
                icon={<ArrowUp />}
                disabled={index === 0}
                onClick={() => onChange(moveItem(value, index, index - 1))}
              />
              <IconButton
                size="sm"
                label={t('automation.action.down', { place })}
                icon={<ArrowDown />}
                disabled={place === value.length}
                onClick={() => onChange(moveItem(value, index, index + 1))}
              />
              <IconButton
                size="sm"
                label={t('automation.action.remove', { place })}
                icon={<Trash2 />}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </div>
            <ActionFields action={action} onChange={(next) => onChange(value.with(index, next))} />
            <ProblemLine problem={problemOfAction(action)} />
          </div>
        );
      })}
      {tried && value.length === 0 && (
        <p role="alert" className="text-sm text-danger-text">
          {t('automation.actions.missing')}
        </p>
      )}
      <Menu
        trigger={
          <Button size="sm" icon={<Plus />} disabled={value.length >= maximumActions} className="self-start">
            {t('automation.action.add')}
          </Button>
        }
      >
        {actionKinds.map((kind) => (
          <MenuItem key={kind} onSelect={() => onChange([...value, newAction(kind)])}>
            {t(`actions.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
