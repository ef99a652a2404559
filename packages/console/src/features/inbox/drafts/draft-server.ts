import { createClient, endpoints } from '@fairlead/contract';
import { call } from '../../../api.ts';
import type { DraftServer } from './draft-sync.ts';
import { bodyOf } from './draft-words.ts';

const { listDrafts, saveDraft, removeDraft } = endpoints.conversations;

/** Drafts at the server. */
export const draftServer: DraftServer = serverBy(call);

/** The same by requests that outlive their page. */
export const leavingDraftServer: DraftServer = serverBy(
  createClient({
    baseUrl: '',
    headers: () => ({ 'x-fairlead-console': '1' }),
    fetch: (input, init) => fetch(input, { ...init, keepalive: true }),
  }),
);

function serverBy(by: typeof call): DraftServer {
  return {
    list: async (id) => (await by(listDrafts, { params: { id } })).items,
    save: (params, part, version, shared) =>
      by(saveDraft, { params, body: { ...bodyOf(part), version, shared } }),
    async remove(params, version) {
      await by(removeDraft, { params, query: { version } });
    },
  };
}
