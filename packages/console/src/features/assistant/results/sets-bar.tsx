import { type ExampleSet, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { examplesQuery, setsQuery } from './results-queries.ts';
import { SetDialog } from './set-dialog.tsx';
import { setName } from './set-name.ts';

interface SetsBarProps {
  sets: readonly ExampleSet[];
  /** Undefined: the examples of all sets are looked at. */
  chosen: ExampleSet | undefined;
  onChoose: (id: string | undefined) => void;
}

/** Which set of examples is looked at; begins one, changes it, and removes it. */
export function SetsBar({ sets, chosen, onChoose }: SetsBarProps) {
  const t = useT();
  const manages = useCan()('assistant.manage');
  const [edited, setEdited] = useState<ExampleSet | 'new' | null>(null);
  const [removed, setRemoved] = useState<ExampleSet | null>(null);
  const all = sets.reduce((sum, it) => sum + it.examples, 0);
  const counted = (name: string, count: number) => t('assistant.sets.counted', { name, count });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t('assistant.sets')}
        className="w-auto! max-w-full min-w-44"
        value={chosen?.id ?? 'all'}
        onChange={(id) => onChoose(id === 'all' ? undefined : id)}
        options={[
          { value: 'all', label: counted(t('assistant.sets.all'), all) },
          ...sets.map((it) => ({ value: it.id, label: counted(setName(t, it), it.examples) })),
        ]}
      />
      {chosen?.gate && <Badge>{t('assistant.sets.gate')}</Badge>}
      {chosen?.nightly && <Badge>{t('assistant.sets.nightly')}</Badge>}
      {manages && chosen && (
        <>
          <IconButton
            label={t('assistant.sets.change_name', { name: setName(t, chosen) })}
            icon={<Pencil />}
            onClick={() => setEdited(chosen)}
          />
          {!chosen.usual && (
            <IconButton
              label={t('assistant.sets.remove_name', { name: setName(t, chosen) })}
              icon={<Trash2 />}
              onClick={() => setRemoved(chosen)}
            />
          )}
        </>
      )}
      {manages && (
        <Button icon={<Plus />} onClick={() => setEdited('new')}>
          {t('assistant.sets.add')}
        </Button>
      )}
      {edited && (
        <SetDialog
          {...(edited === 'new' ? {} : { changed: edited })}
          onClose={() => setEdited(null)}
          onSaved={({ id }) => {
            setEdited(null);
            onChoose(id);
          }}
        />
      )}
      {removed && (
        <RemoveSet set={removed} onClose={() => setRemoved(null)} onRemoved={() => onChoose(undefined)} />
      )}
    </div>
  );
}

function RemoveSet({
  set,
  onClose,
  onRemoved,
}: {
  set: ExampleSet;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [examples, setExamples] = useState<'keep' | 'remove'>('keep');
  const remove = async () => {
    await call(endpoints.assistant.removeSet, { params: { id: set.id }, query: { examples } });
    onRemoved();
    await client.invalidateQueries({ queryKey: examplesQuery.queryKey });
    await client.invalidateQueries({ queryKey: setsQuery.queryKey });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('assistant.sets.remove_name', { name: setName(t, set) })}
      confirmLabel={t('assistant.sets.remove')}
      onConfirm={remove}
    >
      <div className="flex flex-col gap-3">
        {t('assistant.sets.remove.text', { count: set.examples })}
        {set.examples > 0 && (
          <Segmented
            label={t('assistant.sets.remove.examples')}
            value={examples}
            onChange={setExamples}
            options={[
              { value: 'keep', label: t('assistant.sets.remove.keep') },
              { value: 'remove', label: t('assistant.sets.remove.all') },
            ]}
            className="self-start"
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
