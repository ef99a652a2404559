import type { SlaPolicy } from '@fairlead/contract';
import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { policyLabel } from '../policy-label.ts';
import { usePolicyWords } from './policy-words.ts';

interface PolicyRowProps {
  policy: SlaPolicy;
  /** From 0. */
  place: number;
  last: boolean;
  manage: boolean;
  onMove: (to: number) => void;
  onDrag: () => void;
  onDrop: () => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One policy of the list: for whom it is and what it promises. */
export function PolicyRow(props: PolicyRowProps) {
  const { policy, place, last, manage, onMove, onDrag, onDrop, onEdit, onRemove } = props;
  const t = useT();
  const words = usePolicyWords();
  const name = policyLabel(t, policy);
  return (
    <li
      draggable={manage}
      onDragStart={onDrag}
      onDragOver={(event) => manage && event.preventDefault()}
      onDrop={onDrop}
      className="flex flex-wrap items-start gap-x-2 gap-y-1 rounded-lg border border-line bg-surface py-3 ps-2 pe-2"
    >
      {manage && <GripVertical className="mt-0.5 size-4 shrink-0 cursor-grab text-ink-3" aria-hidden />}
      <span className="w-5 shrink-0 text-end text-ink-3 tabular-nums">{place + 1}</span>
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {!policy.enabled && <Badge>{t('sla.policy.off')}</Badge>}
        </h3>
        <p className="text-sm text-ink-2">{words.conditions(policy.conditions)}</p>
        <p className="text-sm text-ink-3">{words.targets(policy)}</p>
      </div>
      {manage && (
        <div className="flex max-sm:ms-auto">
          <IconButton
            label={t('sla.policy.up', { name })}
            icon={<ArrowUp />}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <IconButton
            label={t('sla.policy.down', { name })}
            icon={<ArrowDown />}
            disabled={last}
            onClick={() => onMove(place + 1)}
          />
          <IconButton label={t('sla.policy.edit', { name })} icon={<Pencil />} onClick={onEdit} />
          <IconButton label={t('sla.policy.remove.named', { name })} icon={<Trash2 />} onClick={onRemove} />
        </div>
      )}
    </li>
  );
}
