import type { AgentEvent, SavedDraft } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';

/** Where the drafts of a conversation are held: one's own, and those that colleagues share. */
export const draftsKey = (conversationId: string) => ['conversations', 'drafts', conversationId] as const;

/** A draft is no longer as it was: fetches it where it is on screen, unless this screen has it already. */
export function fetchDrafts(
  client: QueryClient,
  { conversationId, agentId, kind, version }: Extract<AgentEvent, { type: 'draft.changed' }>,
): void {
  const queryKey = draftsKey(conversationId);
  const held = client.getQueryData<SavedDraft[]>(queryKey);
  const known = held?.find((it) => it.agentId === agentId && it.kind === kind);
  // One that is shared no longer comes as a change, and is gone for colleagues.
  const isOld = version === null ? held !== undefined && !known : known && known.version >= version;
  if (!isOld) void client.invalidateQueries({ queryKey, exact: true });
}

/** Puts what this screen has just saved among them; null for what it removed. */
export function putDraft(
  client: QueryClient,
  place: Pick<SavedDraft, 'conversationId' | 'agentId' | 'kind'>,
  draft: SavedDraft | null,
): void {
  client.setQueryData<SavedDraft[]>(draftsKey(place.conversationId), (held) => {
    const others = held?.filter((it) => it.agentId !== place.agentId || it.kind !== place.kind);
    return others && draft ? [...others, draft] : others;
  });
}
