import type { portalFormEndpoints, ResponseOf } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';
import { usePortal, useSpeech } from '../views/context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

export type PortalForm = ResponseOf<(typeof portalFormEndpoints)['form']>;

/** What a category asks, in the customer's language. */
export function useForm(category: Category): Loaded<PortalForm> {
  const { api } = usePortal();
  const { locale } = useSpeech();
  return useLoaded(
    `form ${category} ${locale}`,
    () => api.form(category, locale),
    () => false,
  );
}
