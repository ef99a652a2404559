import { CallError, endpoints, type Letter, type LetterDraft, type Message } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** The letter behind a message: it never changes. */
export const letterQuery = (conversationId: string, messageId: string) =>
  queryOptions({
    queryKey: ['letter', messageId],
    queryFn: (): Promise<Letter> =>
      call(endpoints.conversations.readLetter, { params: { id: conversationId, messageId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a reply by letter is going to look like. `answered` is the message that it answers: another one proposes others. */
export const letterDraftQuery = (conversationId: string, answered: number) =>
  queryOptions({
    queryKey: ['letter-draft', conversationId, answered],
    queryFn: async (): Promise<LetterDraft | null> =>
      (await call(endpoints.conversations.draftLetter, { params: { id: conversationId } })).draft,
    placeholderData: (before: LetterDraft | null | undefined, query) =>
      query?.queryKey[1] === conversationId ? before : undefined,
  });

/** The pictures that a letter shows from elsewhere, as data addresses by their own; those that are not to be had are left out. */
export const remotePicturesQuery = ({ conversationId, id }: Message, addresses: readonly string[]) =>
  queryOptions({
    queryKey: ['letter-pictures', id],
    queryFn: async (): Promise<ReadonlyMap<string, string>> => {
      const loaded = await Promise.all(
        addresses.map(async (address, index) => {
          const picture = await loadPicture({ id: conversationId, messageId: id, index });
          return picture === null ? [] : [[address, picture] as const];
        }),
      );
      return new Map(loaded.flat());
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

async function loadPicture(params: { id: string; messageId: string; index: number }): Promise<string | null> {
  try {
    const { type, base64 } = await call(endpoints.conversations.loadLetterPicture, { params });
    return `data:${type};base64,${base64}`;
  } catch (error) {
    if (error instanceof CallError && error.code === 'conversation.picture_unavailable') return null;
    throw error;
  }
}
