import {
  type Conversation,
  endpoints,
  type FlowId,
  type FlowSlots,
  type ResponseOf,
} from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useLocale } from '../../i18n/i18n.tsx';

type Found = ResponseOf<typeof endpoints.copilot.lookUp>;
type Ask = (flow: FlowId, slots: FlowSlots) => void;

/** Asking the exchange about what the customer wrote, and what came of it. */
export interface LookUp {
  /** Null: nothing was asked since the customer's last message. */
  readonly found: Found | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly ask: Ask;
  readonly dismiss: () => void;
}

/** `seq` is of the customer's last message: with the next one what was found is of no use any more. */
export function useLookUp({ id }: Conversation, seq: number): LookUp {
  const { locale } = useLocale();
  const [dismissed, setDismissed] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: ({ flow, slots }: { flow: FlowId; slots: FlowSlots; seq: number }) =>
      call(endpoints.copilot.lookUp, { params: { id }, body: { flow, slots, locale } }),
    onSuccess: () => setDismissed(null),
  });
  const current = run.variables?.seq === seq;
  const found = current && run.data && run.data.draft.offerId !== dismissed ? run.data : null;
  return {
    found,
    error: current ? run.error : null,
    busy: run.isPending,
    ask: (flow, slots) => run.mutate({ flow, slots, seq }),
    dismiss: () => setDismissed(run.data?.draft.offerId ?? null),
  };
}
