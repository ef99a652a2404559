import { maximumActions, type TicketAction, type TicketActionKind } from '@fairlead/contract';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { moveItem } from '../../sla/admin/move-item.ts';
import { ActionFields } from './action-fields.tsx';
import { problemOfAction } from './action-problem.ts';
import { newAction } from './new-action.ts';
import { ProblemLine } from './problem-line.tsx';

interface ActionListProps {
  value: readonly TicketAction[];
  onChange: (value: TicketAction[]) => void;
  /** Those that are offered. */
  kinds: readonly TicketActionKind[];
  /** Said where there is no action and one is needed. */
  missing?: string | undefined;
}

/** What a rule or macro does, in order: added, moved by key, and removed. */
export function ActionList({ value, onChange, kinds, missing }: ActionListProps) {
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
            aria-label={t('actions.place', { place })}
            className="flex flex-col gap-2 rounded-md border border-line p-2"
          >
            <div className="flex items-center gap-1">
              <Select
                label={t('actions.kind')}
                value={action.do}
                onChange={(kind) => onChange(value.with(index, newAction(kind)))}
                options={kinds.map((kind) => ({ value: kind, label: t(`actions.${kind}`) }))}
                className="min-w-0 flex-1"
              />
              <IconButton
                size="sm"
                label={t('actions.up', { place })}
                icon={<ArrowUp />}
                disabled={index === 0}
                onClick={() => onChange(moveItem(value, index, index - 1))}
              />
              <IconButton
                size="sm"
                label={t('actions.down', { place })}
                icon={<ArrowDown />}
                disabled={place === value.length}
                onClick={() => onChange(moveItem(value, index, index + 1))}
              />
              <IconButton
                size="sm"
                label={t('actions.remove', { place })}
                icon={<Trash2 />}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </div>
            <ActionFields action={action} onChange={(next) => onChange(value.with(index, next))} />
            <ProblemLine problem={problemOfAction(action)} />
          </div>
        );
      })}
      {missing && (
        <p role="alert" className="text-sm text-danger-text">
          {missing}
        </p>
      )}
      <Menu
        trigger={
          <Button size="sm" icon={<Plus />} disabled={value.length >= maximumActions} className="self-start">
            {t('actions.add')}
          </Button>
        }
      >
        {kinds.map((kind) => (
          <MenuItem key={kind} onSelect={() => onChange([...value, newAction(kind)])}>
            {t(`actions.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
