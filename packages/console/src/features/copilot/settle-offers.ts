import { type BodyOf, createClient, endpoints } from '@fairlead/contract';
import type { DraftOffer } from '../inbox/composer/draft-store.ts';

type Fate = BodyOf<typeof endpoints.copilot.settle>['fates'][number];

/** That an offer became a message. */
export const sentAs = ({ id: offerId, said }: DraftOffer, messageId: string): Fate => ({
  is: 'sent',
  offerId,
  messageId,
  ...(said !== null && { said }),
});

/** Goes on when the page is left. */
const callLeaving = createClient({
  baseUrl: '',
  headers: () => ({ 'x-fairlead-console': '1' }),
  fetch: (input, init) => fetch(input, { ...init, keepalive: true }),
});

/** Says what became of offers. Figures are made of it and nothing waits for it: where it cannot be said it is left. */
export function settleOffers(conversationId: string, fates: readonly Fate[]): void {
  if (fates.length === 0) return;
  const body = { fates: [...fates] };
  callLeaving(endpoints.copilot.settle, { params: { id: conversationId }, body }).catch(() => {});
}
