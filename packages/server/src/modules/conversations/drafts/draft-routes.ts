import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../access-conversation.ts';
import { listDrafts } from './draft-store.ts';
import { presentDrafts } from './present-drafts.ts';
import { removeDraft } from './remove-draft.ts';
import { saveDraft } from './save-draft.ts';
import { takeOverDraft } from './take-over-draft.ts';

/** What agents are writing, kept until it is sent. */
export function draftRoutes(platform: Platform): void {
  const { database, http, keys } = platform;
  const { conversations } = endpoints;

  http.route(conversations.listDrafts, async ({ caller, params }) => {
    const reader = database.reader();
    await accessForAgent(reader, caller, params.id);
    const place = { conversationId: params.id, agentId: caller.id };
    return { items: await presentDrafts(reader, keys, await listDrafts(reader, place)) };
  });
  http.route(conversations.saveDraft, ({ caller, params, body }) =>
    database.write((tx) => saveDraft(tx, platform, caller, params, body)),
  );
  http.route(conversations.removeDraft, ({ caller, params, query }) =>
    database.write((tx) => removeDraft(tx, platform, caller, params, query.version)),
  );
  http.route(conversations.takeOverDraft, ({ caller, params, body }) =>
    database.write((tx) => takeOverDraft(tx, platform, caller, params, body)),
  );
}
