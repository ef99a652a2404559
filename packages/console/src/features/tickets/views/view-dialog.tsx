import {
  type BodyOf,
  endpoints,
  type TicketSort,
  type TicketView,
  ticketSort,
  type ViewColumn,
  type ViewFilter,
  viewColumn,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxList } from '../../../ui/checkbox-list.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { usualColumns } from '../list/ticket-columns.tsx';
import { FilterBuilder } from './filter-builder.tsx';
import { isComplete } from './new-condition.ts';
import { SharingField } from './sharing-field.tsx';

type Sharing = TicketView['sharing'];

interface ViewDialogProps {
  /** Null makes a new one. */
  view: TicketView | null;
  /** With what a new one begins: how the list is narrowed now. */
  begin: ViewFilter | undefined;
  onClose: () => void;
  /** Null when it was removed. */
  onSaved: (id: string | null) => void;
}

/** Makes a view, changes one, or removes it. */
export function ViewDialog({ view, begin, onClose, onSaved }: ViewDialogProps) {
  const t = useT();
  const form = useId();
  const client = useQueryClient();
  const [name, setName] = useState(view?.name ?? '');
  const [filter, setFilter] = useState<ViewFilter>(view?.filter ?? begin ?? { all: [], any: [] });
  const [columns, setColumns] = useState<ViewColumn[]>(view?.columns ?? [...usualColumns]);
  const [order, setOrder] = useState(`${view?.direction ?? 'desc'}.${view?.sort ?? 'updated'}`);
  const [sharing, setSharing] = useState<Sharing>(view?.sharing ?? 'personal');
  const [removing, setRemoving] = useState(false);
  const fetchAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ticketKeys.views }),
      client.invalidateQueries({ queryKey: ticketKeys.counts }),
      client.invalidateQueries({ queryKey: ticketKeys.lists }),
    ]);
  const save = useMutation({
    mutationFn: () => {
      const [direction, sort] = order.split('.') as ['asc' | 'desc', TicketSort];
      const body: BodyOf<typeof endpoints.tickets.createView> = {
        name: name.trim(),
        filter,
        columns,
        sort,
        direction,
        sharing,
      };
      return view
        ? call(endpoints.tickets.updateView, { params: { id: view.id }, body })
        : call(endpoints.tickets.createView, { body });
    },
    onSuccess: async ({ id }) => {
      await fetchAgain();
      onClose();
      onSaved(id);
    },
  });
  const named = name.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={view ? t('tickets.views.edit', { name: view.name }) : t('tickets.views.add')}
      footer={
        <>
          {view && (
            <Button variant="quiet" className="me-auto text-danger-text!" onClick={() => setRemoving(true)}>
              {t('tickets.views.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && isComplete(filter) && columns.length > 0}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-5"
      >
        {(tried) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('tickets.views.name')}
                error={tried && !named ? t('tickets.views.name.missing') : undefined}
              >
                <Input maxLength={60} value={name} onValueChange={setName} />
              </Field>
              <SharingField value={sharing} onChange={setSharing} />
            </div>
            <FilterBuilder value={filter} onChange={setFilter} />
            {tried && !isComplete(filter) && (
              <p role="alert" className="text-sm text-danger-text">
                {t('tickets.condition.incomplete')}
              </p>
            )}
            <Field label={t('tickets.views.order')}>
              <Select
                value={order}
                onChange={setOrder}
                options={ticketSort.options.flatMap((sort) =>
                  (['desc', 'asc'] as const).map((direction) => ({
                    value: `${direction}.${sort}`,
                    label: t(`tickets.order.${direction}.${sort}`),
                  })),
                )}
                className="sm:w-80!"
              />
            </Field>
            <CheckboxList
              label={t('tickets.views.columns')}
              error={tried && columns.length === 0 ? t('tickets.views.columns.missing') : undefined}
              value={columns}
              onChange={setColumns}
              options={viewColumn.options.map((column) => ({
                value: column,
                label: t(`tickets.column.${column}`),
              }))}
              className="grid-cols-2 sm:grid-cols-4"
            />
            <FormError error={save.error} />
          </>
        )}
      </Form>
      {view && (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={t('tickets.views.remove.title', { name: view.name })}
          confirmLabel={t('tickets.views.remove')}
          onConfirm={async () => {
            await call(endpoints.tickets.deleteView, { params: { id: view.id } });
            await fetchAgain();
            onClose();
            onSaved(null);
          }}
        >
          {t('tickets.views.remove.text')}
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
