import type { UsedMacro } from '@fairlead/contract';
import { X } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useActionWords } from '../../tickets/actions/action-words.ts';

interface MacroChipsProps {
  macros: readonly UsedMacro[];
  onChange: (macros: UsedMacro[]) => void;
}

/** What the macros of a reply do to the ticket when it is sent. Each can be left out. */
export function MacroChips({ macros, onChange }: MacroChipsProps) {
  const t = useT();
  const words = useActionWords();
  const chips = macros.flatMap(({ id, actions }) => actions.map((action, place) => ({ id, action, place })));
  if (chips.length === 0) return null;
  const leaveOut = (id: string, place: number) =>
    onChange(macros.map((it) => (it.id === id ? { ...it, actions: it.actions.toSpliced(place, 1) } : it)));
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 pb-2">
      <span className="text-xs text-ink-3">{t('macros.chips')}</span>
      <ul aria-label={t('macros.chips')} className="contents">
        {chips.map(({ id, action, place }) => (
          <li
            key={`${id} ${place}`}
            className="flex max-w-full items-center rounded-md bg-accent-soft ps-2 text-sm text-accent-text"
          >
            <span className="truncate">{words(action)}</span>
            <IconButton
              size="sm"
              side="top"
              label={t('macros.leave_out', { action: words(action) })}
              icon={<X />}
              onClick={() => leaveOut(id, place)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
