import { endpoints } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { addKeyToInbox, retireKeyOfInbox } from './change-identity-keys.ts';
import { createInbox } from './create-inbox.ts';
import { readInbox } from './inbox-store.ts';
import { setUpEmail, viewEmailInbox } from './letters/save-email-inbox.ts';
import { tryEmailInbox } from './letters/try-email-inbox.ts';
import { webhookSecret } from './letters/webhook-signature.ts';
import { listInboxHealth } from './list-inbox-health.ts';
import { presentInbox, readChatConfig, viewInboxes } from './read-inboxes.ts';
import {
  checkSocialInbox,
  connectSocialInbox,
  requireSocial,
  viewSocialInbox,
} from './social/connect-social-inbox.ts';
import { makeChatLink } from './social/make-chat-link.ts';
import { saveNotices, viewNotices } from './social/save-notices.ts';
import { beginSocialSignIn, finishSocialSignIn, signInCallback } from './social/social-page-sign-in.ts';
import { updateInbox } from './update-inbox.ts';

/** Serves inboxes, their keys, and what the widget reads of them. */
export function registerRoutes(platform: Platform): void {
  const { http, database, keys, config } = platform;
  const { channels } = endpoints;

  http.route(channels.listInboxes, async () => ({ items: await viewInboxes(database.reader()) }));
  http.route(channels.createInbox, ({ caller, body }) =>
    database.write(async (tx) => presentInbox(tx, await createInbox(tx, body, caller))),
  );
  http.route(channels.updateInbox, ({ caller, params, body }) =>
    database.write(async (tx) => presentInbox(tx, await updateInbox(tx, caller, params.id, body))),
  );
  http.route(channels.addIdentityKey, ({ caller, params, body }) =>
    database.write((tx) => addKeyToInbox(tx, keys, caller, params.id, body)),
  );
  http.route(channels.retireIdentityKey, ({ caller, params }) =>
    database.write((tx) => retireKeyOfInbox(tx, caller, params.id, params.keyId)),
  );
  http.route(channels.readEmailInbox, async ({ params }) => ({
    email: await viewEmailInbox(database.reader(), keys, params.id),
  }));
  http.route(channels.saveEmailInbox, ({ caller, params, body }) =>
    database.write(async (tx) => ({ email: await setUpEmail(tx, keys, caller, params.id, body) })),
  );
  http.route(channels.tryEmailInbox, ({ params }) => tryEmailInbox(platform, params.id));
  http.route(channels.readLetterWebhook, async ({ params }) => {
    const inbox = await readInbox(database.reader(), params.id);
    if (inbox?.channel !== 'email') throw fail('channels.inbox_not_found');
    const url = `${platform.publicUrl}/api/channels/email/${inbox.key}/letters`;
    return { url, secret: webhookSecret(keys, inbox.id) };
  });
  http.route(channels.readSocialInbox, async ({ params }) => ({
    social: await viewSocialInbox(database.reader(), platform, params.id),
    callbackUrl: signInCallback(platform, await requireSocial(database.reader(), params.id)),
  }));
  http.route(channels.beginSocialSignIn, ({ caller, params, body }) =>
    beginSocialSignIn(platform, caller, params.id, body.credentials),
  );
  http.route(channels.finishSocialSignIn, ({ caller, params, body }) =>
    finishSocialSignIn(platform, caller, params.id, body),
  );
  http.route(channels.connectSocialInbox, ({ caller, params, body }) =>
    connectSocialInbox(platform, caller, params.id, body.credentials),
  );
  http.route(channels.makeChatLink, ({ params }) => makeChatLink(platform, params.id));
  http.route(channels.checkSocialInbox, async ({ params }) => ({
    social: await checkSocialInbox(platform, params.id),
  }));
  http.route(channels.listNotices, async ({ params }) => ({
    items: await viewNotices(database.reader(), params.id),
  }));
  http.route(channels.saveNotices, ({ caller, params, body }) =>
    database.write(async (tx) => ({ items: await saveNotices(tx, caller, params.id, body.items) })),
  );
  http.route(channels.listInboxHealth, async () => ({
    items: await listInboxHealth(database.reader(), platform.clock.now()),
  }));
  http.route(channels.readChatConfig, ({ params }) =>
    readChatConfig(database.reader(), config.MAXIMUM_UPLOAD_BYTES, params.key),
  );
}
