import { type Category, endpoints, type FormField } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

interface RemoveFieldProps {
  category: Category;
  field: FormField;
  name: string;
  onClose: () => void;
  onRemove: () => void;
}

/** Asks whether a field is to go, with how many tickets hold something in it. */
export function RemoveField({ category, field, name, onClose, onRemove }: RemoveFieldProps) {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['tickets', 'form use', category, field.key] as const,
    queryFn: ({ signal }) =>
      call(endpoints.tickets.formUse, { params: { category, key: field.key }, signal }),
    staleTime: 0,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('forms.remove.title', { name })}
      confirmLabel={t('forms.remove')}
      onConfirm={async () => onRemove()}
    >
      {data ? (
        t(data.more ? 'forms.remove.more' : 'forms.remove.count', { count: data.tickets })
      ) : error ? (
        t('forms.remove.unknown')
      ) : (
        <Skeleton className="h-5" />
      )}
      {data?.tickets !== 0 && ` ${t('forms.remove.text')}`}
    </ConfirmDialog>
  );
}
