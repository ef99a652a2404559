import { type Category, endpoints, type FormField, type TicketForm } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketFormsQuery } from '../../../live/ticket-queries.ts';
import { useToast } from '../../../ui/toast.tsx';

/**
 * Saves a category's form over the version that it was made of, `null` as it came along; and offers to take that back. Where a colleague
 * was quicker it is refused, and theirs is fetched.
 */
export function useSaveForm(category: Category, kept: TicketForm | undefined, onSaved: () => void) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const put = (version: number, fields: FormField[] | null) =>
    call(endpoints.tickets.saveForm, { params: { category }, body: { version, fields } });
  const again = () => client.invalidateQueries({ queryKey: ticketFormsQuery.queryKey });
  return useMutation({
    mutationFn: ({ version, fields }: { version: number; fields: FormField[] | null }) =>
      put(version, fields),
    onSuccess: async (saved) => {
      await again();
      onSaved();
      toast.show({
        id: `form-${category}`,
        title: t(saved.fields ? 'forms.saved' : 'forms.reset.done'),
        tone: 'success',
        action: {
          label: t('tickets.undo'),
          run: () =>
            void put(saved.version, kept?.fields ?? null)
              .then(again)
              .catch(toast.error),
          undoes: true,
        },
      });
    },
    onError: () => void again(),
  });
}
