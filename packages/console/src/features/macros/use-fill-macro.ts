import type { Macro, UsedMacro } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useToast } from '../../ui/toast.tsx';
import { filledMacroQuery } from './filled-macro-query.ts';

/** The way to fill in a macro for a conversation: its text, and what is sent along. Says where it is in another language, or its actions are left out. */
export function useFillMacro(
  conversationId: string,
): (macro: Pick<Macro, 'id' | 'actions'>) => Promise<{ text: string; used: UsedMacro }> {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  return async (macro) => {
    const filled = await client.fetchQuery(filledMacroQuery(macro.id, conversationId));
    const actions = filled.ticketId === null ? [] : macro.actions;
    if (filled.locale !== filled.wanted) {
      const params = { wanted: format.language(filled.wanted), got: format.language(filled.locale) };
      toast.show({ title: t('macros.fell_back', params), tone: 'neutral' });
    }
    if (actions.length < macro.actions.length) toast.show({ title: t('macros.no_ticket'), tone: 'neutral' });
    return { text: filled.text, used: { id: macro.id, actions } };
  };
}
