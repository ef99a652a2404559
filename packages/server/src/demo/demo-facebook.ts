import { randomBytes } from 'node:crypto';
import type { FacebookApp } from '@fairlead/playground';
import { connectSocialInbox, readInbox } from '../modules/channels/index.ts';
import { system } from '../platform/actor.ts';
import type { Platform } from '../platform/platform.ts';
import { playgroundAddress } from './demo-exchange.ts';

/** The app that the demo's page at Facebook is connected to: another one at every start, since Facebook is in the same process. */
export function demoFacebook(): FacebookApp {
  const random = () => randomBytes(24).toString('base64url');
  return { appSecret: random(), pageToken: random(), verifyToken: '', webhookUrl: null };
}

/** Connects the demo's inbox to the simulated page, as an administrator would, and enters the inbox's address there, anew at every start. */
export async function connectDemoFacebook(
  platform: Platform,
  inboxId: string,
  app: FacebookApp,
  port: number,
): Promise<void> {
  const inbox = await readInbox(platform.database.reader(), inboxId);
  if (!inbox) return;
  const playground = playgroundAddress(platform.config.HOST, port);
  const { social, trouble } = await connectSocialInbox(platform, system('demo'), inboxId, {
    pageToken: app.pageToken,
    appSecret: app.appSecret,
    graphUrl: `${playground}/facebook/graph`,
  });
  if (trouble) platform.log.warn({ trouble }, 'the demo has no Facebook');
  app.verifyToken = social?.verifyToken ?? '';
  app.webhookUrl = new URL(`/api/channels/social/${inbox.key}/webhook`, playground).href;
}
