import { useQueryClient } from '@tanstack/react-query';
import { macrosQuery } from '../../queries.ts';
import { useToast } from '../../ui/toast.tsx';
import { useFillMacro } from '../macros/use-fill-macro.ts';
import { usePutIn } from './use-put-in.ts';

/** Puts a macro into the reply of a conversation, as the composer's menu does; answers whether it did. */
export function useApplyMacro(conversationId: string): (macroId: string) => Promise<boolean> {
  const client = useQueryClient();
  const toast = useToast();
  const fill = useFillMacro(conversationId);
  const putIn = usePutIn(conversationId);
  return async (macroId) => {
    try {
      const macro = (await client.ensureQueryData(macrosQuery)).find((it) => it.id === macroId);
      const { text, used } = await fill(macro ?? { id: macroId, actions: [] });
      putIn(text, { macro: used });
      return true;
    } catch (error) {
      toast.error(error);
      return false;
    }
  };
}
