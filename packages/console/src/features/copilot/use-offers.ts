import type { CopilotFate, CopilotSuggestions } from '@fairlead/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { copilotKey } from './copilot-queries.ts';
import { settleOffers } from './settle-offers.ts';

/** What was said to have been on a screen: once is enough. */
const told = new Set<string>();

/** Says that offers are on the screen, each once. */
export function useShown(conversationId: string, offerIds: readonly string[]): void {
  const names = offerIds.join(' ');
  useEffect(() => {
    const fresh = names.split(' ').filter((id) => id !== '' && !told.has(id));
    for (const id of fresh) told.add(id);
    settleOffers(
      conversationId,
      fresh.map((offerId) => ({ is: 'shown', offerId })),
    );
  }, [conversationId, names]);
}

export interface OfferFates {
  accept: (offerId: string) => void;
  reject: (offerId: string) => void;
}

/** The ways to say what became of an offer; shows at once. */
export function useOfferFates(conversationId: string): OfferFates {
  const client = useQueryClient();
  return useMemo(() => {
    const say = (is: 'accepted' | 'rejected') => (offerId: string) => {
      settleOffers(conversationId, [{ is, offerId }]);
      showFate(client, conversationId, offerId, is);
    };
    return { accept: say('accepted'), reject: say('rejected') };
  }, [client, conversationId]);
}

function showFate(client: QueryClient, conversationId: string, offerId: string, fate: CopilotFate): void {
  const changed = <T extends { offerId: string }>(it: T): T =>
    it.offerId === offerId ? { ...it, fate } : it;
  client.setQueriesData<CopilotSuggestions>(
    { queryKey: copilotKey(conversationId) },
    (held) =>
      held && {
        ...held,
        drafts: held.drafts.map(changed),
        macros: held.macros.map(changed),
        similar: held.similar.map(changed),
        step: held.step && changed(held.step),
        fields: held.fields && changed(held.fields),
      },
  );
}
