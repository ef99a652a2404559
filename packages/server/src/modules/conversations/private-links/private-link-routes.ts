import { endpoints } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  readInbox,
  readSocialAccount,
  refusalLimit,
  savePrivateLink,
  viewPrivateLink,
} from '../../channels/index.ts';
import { makePrivateLink } from './make-private-link.ts';
import { beginPrivateChat, giveProofCode, linkOf, ownChat } from './open-private-link.ts';
import { stateOfLink } from './private-link.ts';
import { noteOpened } from './private-link-store.ts';
import { readPrivateLink } from './read-private-link.ts';
import { revokePrivateLink } from './revoke-private-link.ts';

/** Links in public answers that lead to a private chat, from both sides. */
export function privateLinkRoutes(platform: Platform): void {
  const { clock, database, http, keys } = platform;
  const { privateLinks } = endpoints;
  const guesses = refusalLimit(platform);

  http.route(privateLinks.settings, ({ params }) => viewPrivateLink(database.reader(), params.id));
  http.route(privateLinks.saveSettings, ({ caller, params, body }) =>
    database.write((tx) => savePrivateLink(tx, caller, params.id, body)),
  );
  http.route(privateLinks.read, ({ caller, params }) => readPrivateLink(platform, caller, params.id));
  http.route(privateLinks.make, async ({ caller, params }) => {
    const { text, expiresAt } = await database.write((tx) =>
      makePrivateLink(tx, platform, caller, params.id),
    );
    return { text, expiresAt: expiresAt.toISOString() };
  });
  http.route(privateLinks.revoke, async ({ caller, params, body }) => {
    await database.write((tx) => revokePrivateLink(tx, platform, caller, params.id, body.revoked));
    return readPrivateLink(platform, caller, params.id);
  });
  http.route(privateLinks.look, async ({ params, request }) => {
    await guesses.admit(request);
    const reader = database.reader();
    const link = await linkOf(reader, keys, params.code).catch(async (error: unknown) => {
      await guesses.note(request);
      throw error;
    });
    const [inbox, chat, account] = await Promise.all([
      readInbox(reader, link.inboxId),
      readInbox(reader, link.chatInboxId),
      readSocialAccount(reader, link.inboxId),
    ]);
    if (!inbox || !chat) throw fail('private_link.not_found');
    if (link.openedAt === null) await database.write((tx) => noteOpened(tx, link.id));
    return {
      state: stateOfLink(link, clock.now()) === 'open' ? ('open' as const) : ('over' as const),
      channel: inbox.channel,
      account: account && { name: account.name, handle: account.handle },
      inbox: chat.key,
    };
  });
  http.route(privateLinks.own, async ({ caller, params }) => ({
    chat: await ownChat(database.reader(), keys, caller, params.code),
  }));
  http.route(privateLinks.begin, async ({ caller, params, body }) => ({
    chat: await database.write((tx) => beginPrivateChat(tx, platform, caller, params.code, body)),
  }));
  http.route(privateLinks.prove, async ({ caller, params }) => {
    const { code, expiresAt } = await database.write((tx) => giveProofCode(tx, keys, caller, params.code));
    return { code, expiresAt: expiresAt.toISOString() };
  });
}
