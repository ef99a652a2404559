import { maximumTags, type Ticket } from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckboxList } from '../../../ui/checkbox-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';

interface BulkTagsDialogProps {
  tickets: readonly Ticket[];
  onClose: () => void;
  onChange: (tags: { addTags: string[]; removeTags: string[] }) => void;
}

/** Puts tags on many tickets, and takes some of theirs away. */
export function BulkTagsDialog({ tickets, onClose, onChange }: BulkTagsDialogProps) {
  const t = useT();
  const [addTags, setAddTags] = useState<string[]>([]);
  const [removeTags, setRemoveTags] = useState<string[]>([]);
  const held = [...new Set(tickets.flatMap((ticket) => ticket.tags))].toSorted();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t('tickets.bulk.tags', { count: tickets.length })}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={addTags.length === 0 && removeTags.length === 0}
            onClick={() => {
              onClose();
              onChange({ addTags, removeTags });
            }}
          >
            {t('tickets.bulk.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('tickets.bulk.tags.add')} hint={t('tickets.tags.hint')}>
          <TagInput value={addTags} onChange={setAddTags} maximumLength={40} maximumCount={maximumTags} />
        </Field>
        {held.length > 0 && (
          <CheckboxList
            label={t('tickets.bulk.tags.remove')}
            value={removeTags}
            onChange={setRemoveTags}
            options={held.map((tag) => ({ value: tag, label: tag }))}
            className="max-h-56 overflow-y-auto sm:grid-cols-2"
          />
        )}
      </div>
    </Dialog>
  );
}
